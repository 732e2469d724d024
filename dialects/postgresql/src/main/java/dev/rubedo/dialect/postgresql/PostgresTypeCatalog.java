package dev.rubedo.dialect.postgresql;

import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Optional;
import java.util.Set;

/** The types of PostgreSQL by the names that {@code format_type} returns. Immutable. */
final class PostgresTypeCatalog extends NamedTypeCatalog {

    static final PostgresTypeCatalog INSTANCE = new PostgresTypeCatalog();

    private PostgresTypeCatalog() {
        super(new PostgresDialect(), Set.of("postgresql"));
    }

    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        return Optional.ofNullable(switch (name.text()) {
            case "json" -> Types.json(Object.class);
            case "jsonb" -> PostgresTypes.jsonb(Object.class);
            case "interval" -> Types.INTERVAL;
            case "inet" -> PostgresTypes.INET;
            case "cidr" -> PostgresTypes.CIDR;
            case "hstore" -> PostgresTypes.HSTORE;
            case "macaddr" -> PostgresTypes.MACADDR;
            case "macaddr8" -> PostgresTypes.MACADDR8;
            case "money" -> PostgresTypes.MONEY;
            case "oid" -> PostgresTypes.OID;
            case "regclass" -> PostgresTypes.REGCLASS;
            case "regconfig" -> PostgresTypes.REGCONFIG;
            case "tsvector" -> PostgresTypes.TSVECTOR;
            case "tsquery" -> PostgresTypes.TSQUERY;
            case "jsonpath" -> PostgresTypes.JSONPATH;
            case "int4multirange" -> PostgresTypes.INT4MULTIRANGE;
            case "int8multirange" -> PostgresTypes.INT8MULTIRANGE;
            case "nummultirange" -> PostgresTypes.NUMMULTIRANGE;
            case "datemultirange" -> PostgresTypes.DATEMULTIRANGE;
            case "tsmultirange" -> PostgresTypes.TSMULTIRANGE;
            case "tstzmultirange" -> PostgresTypes.TSTZMULTIRANGE;
            case "citext" -> PostgresTypes.CITEXT;
            case "int4range" -> PostgresTypes.INT4RANGE;
            case "int8range" -> PostgresTypes.INT8RANGE;
            case "numrange" -> PostgresTypes.NUMRANGE;
            case "daterange" -> PostgresTypes.DATERANGE;
            case "tsrange" -> PostgresTypes.TSRANGE;
            case "tstzrange" -> PostgresTypes.TSTZRANGE;
            default -> name.text().startsWith("bit(") || name.text().startsWith("bit varying") ? Types.TEXT : null;
        });
    }

    @Override
    protected String plainName(String name) {
        int arguments = name.indexOf('(');
        var base = arguments < 0 ? name : name.substring(0, arguments) + name.substring(name.indexOf(')') + 1);
        var size = arguments < 0 ? "" : name.substring(arguments, name.indexOf(')') + 1);
        var array = base.endsWith("[]") ? "[]" : "";
        return switch (base.substring(0, base.length() - array.length())) {
            case "int", "int4", "serial" -> "integer";
            case "int2", "smallserial" -> "smallint";
            case "int8", "bigserial" -> "bigint";
            case "bool" -> "boolean";
            case "float4" -> "real";
            case "float8" -> "double precision";
            case "decimal" -> "numeric" + size;
            case "varchar" -> "character varying" + size;
            case "char", "bpchar", "character" -> "character" + (size.isEmpty() ? "(1)" : size);
            case "timestamp", "timestamp without time zone" -> "timestamp" + size;
            case "timestamptz", "timestamp with time zone" -> "timestamptz" + size;
            case "time", "time without time zone" -> "time" + size;
            default -> base.substring(0, base.length() - array.length()) + size;
        } + array;
    }

    @Override
    protected String marker(String typeName) {
        return "?::" + typeName;
    }
}

package dev.rubedo.dialect.duckdb;

import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of DuckDB by the names in its catalog. Immutable. */
final class DuckDbTypeCatalog extends NamedTypeCatalog {

    static final DuckDbTypeCatalog INSTANCE = new DuckDbTypeCatalog();

    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    private DuckDbTypeCatalog() {
        super(new DuckDbDialect(), Set.of("duckdb"));
    }

    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        var text = name.text();
        if (text.startsWith("ENUM(")) {
            return Optional.of(new LabelType("", "", labels(text)));
        }
        return Optional.ofNullable(switch (text) {
            case "JSON" -> Types.json(Object.class);
            case "INTERVAL" -> Types.INTERVAL;
            case "BLOB" -> Types.BINARY;
            case "VARCHAR" -> Types.TEXT;
            case "FLOAT" -> Types.REAL;
            case "UTINYINT", "TINYINT" -> Types.SMALLINT;
            case "USMALLINT" -> Types.INTEGER;
            case "UINTEGER" -> Types.BIGINT;
            case "UBIGINT", "HUGEINT", "UHUGEINT" -> Types.NUMERIC;
            case "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Types.TIMESTAMP;
            default -> null;
        });
    }

    private static List<String> labels(String text) {
        var labels = new ArrayList<String>();
        var matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group(1).replace("''", "'"));
        }
        return labels;
    }

    /** Strings have no length here. */
    @Override
    protected String plainName(String name) {
        int arguments = name.indexOf('(');
        var base = arguments < 0 ? name : name.substring(0, arguments);
        var size = arguments < 0 ? "" : name.substring(arguments);
        return switch (base) {
            case "int", "int4", "signed" -> "integer";
            case "int8", "long" -> "bigint";
            case "int2", "short" -> "smallint";
            case "bool", "logical" -> "boolean";
            case "real", "float4" -> "float";
            case "double precision", "float8" -> "double";
            case "text", "string", "char", "bpchar", "varchar", "nchar", "nvarchar" -> "varchar";
            case "bytea", "binary", "varbinary" -> "blob";
            case "decimal", "numeric" -> "decimal" + (size.isEmpty() ? "(18,3)" : size);
            case "timestamptz" -> "timestamp with time zone";
            case "timetz" -> "time with time zone";
            case "datetime" -> "timestamp";
            default -> name;
        };
    }
}

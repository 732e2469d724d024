package dev.rubedo.reflect;

import dev.rubedo.type.BinaryType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types for names that many databases share: {@code varchar(50)}, {@code numeric(10, 2)},
 * {@code timestamp with time zone}. Schema readers handle the names that only one database has. Stateless.
 */
public final class TypeNames {

    private static final Pattern ARGUMENTS = Pattern.compile("\\(\\s*(\\d*)\\s*,?\\s*(\\d*)[^)]*\\)");

    private TypeNames() {}

    /** Returns the type for a name, with its length or precision; empty if it is not one of the shared names. */
    public static Optional<SqlType<?>> find(String typeName) {
        var arguments = ARGUMENTS.matcher(typeName);
        boolean has = arguments.find();
        int first = has ? number(arguments.group(1)) : 0;
        int second = has ? number(arguments.group(2)) : 0;
        String name = has ? arguments.replaceFirst(" ") : typeName;
        int digits = has && arguments.group(1).matches("\\d") ? first : -1;
        return Optional.ofNullable(
                named(name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), first, second, digits));
    }

    private static int number(String digits) {
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    // a name that is not shared has no type here
    private static @Nullable SqlType<?> named(String name, int first, int second, int digits) {
        return switch (name) {
            case "boolean", "bool" -> Types.BOOLEAN;
            case "smallint", "int2", "tinyint", "smallint unsigned", "tinyint unsigned" ->
                name.equals("smallint unsigned") ? Types.INTEGER
                        : Types.SMALLINT;
            case "integer", "int", "int4", "mediumint", "mediumint unsigned", "year" -> Types.INTEGER;
            case "bigint", "int8", "int unsigned", "integer unsigned" -> Types.BIGINT;
            case "bigint unsigned" -> Types.numeric(20, 0);
            case "real", "float4" -> Types.REAL;
            case "double", "double precision", "float8", "float" -> Types.DOUBLE;
            case "numeric", "decimal", "dec" -> first == 0 ? Types.NUMERIC : new NumericType(first, second);
            case "decfloat" -> Types.EXACT_DECIMAL;
            case "varchar", "character varying", "nvarchar", "varchar2" ->
                first == 0 ? Types.STRING : new StringType(first, false, false, "");
            case "char", "character", "nchar", "bpchar" -> new StringType(Math.max(first, 1), true, false, "");
            case "text", "clob", "character large object", "tinytext", "mediumtext", "longtext", "citext", "name" ->
                Types.TEXT;
            case "date" -> Types.DATE;
            case "time", "time without time zone" -> new TimeType(digits);
            case "timestamp", "timestamp without time zone", "datetime" -> new TimestampType(digits);
            case "timestamp with time zone", "timestamptz" ->
                new TimestampTimeZoneType(digits);
            case "bytea", "blob", "binary large object", "tinyblob", "mediumblob", "longblob", "image" -> Types.BINARY;
            case "binary", "varbinary", "binary varying" -> new BinaryType(first);
            case "uuid" -> Types.UUID;
            default -> null;
        };
    }
}

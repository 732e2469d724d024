package dev.rubedo.dialect.oracle;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.oracle.type.OracleTypes;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The types of Oracle by their names. A {@code NUMBER} without fraction digits is the smallest integer type that can
 * hold it; one without a precision is a decimal number; a {@code DATE} is a timestamp, because it has a time.
 * Immutable.
 */
final class OracleTypeCatalog extends NamedTypeCatalog {

    private static final int DEFAULT_DIGITS = 6;
    private static final int MOST_DIGITS = 9;
    private static final Pattern NUMBER = Pattern.compile("number\\s*\\(\\s*(\\*|\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\)");
    private static final Pattern STRING = Pattern
            .compile(
                    "(varchar2?|char|nvarchar2|nchar|character "
                            + "varying|character)\\s*\\(\\s*(\\d+)\\s*(char|byte)?\\s*\\)");
    private static final Pattern TIMESTAMP = Pattern
            .compile("timestamp\\s*(?:\\((\\d)\\))?\\s*(with time zone|with local time zone)?");
    private static final Pattern INTERVAL = Pattern
            .compile("interval day\\s*(?:\\((\\d)\\))?\\s*to second\\s*(?:\\((\\d)\\))?");

    private final boolean hasBooleans;

    OracleTypeCatalog(Dialect dialect) {
        super(dialect, Set.of("oracle"));
        this.hasBooleans = dialect.supports(Feature.BOOLEAN_TYPE);
    }

    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        var text = name.text().toLowerCase(Locale.ROOT).strip();
        return Optional.ofNullable(type(text));
    }

    private @Nullable SqlType<?> type(String text) {
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            return number(number.group(1), number.group(2));
        }
        var string = STRING.matcher(text);
        if (string.matches()) {
            var word = string.group(1);
            return new StringType(Integer.parseInt(string.group(2)), word.equals("char") || word.equals("nchar"),
                    word.startsWith("n"), "");
        }
        var stamp = TIMESTAMP.matcher(text);
        if (stamp.matches()) {
            int digits = digits(stamp.group(1), DEFAULT_DIGITS);
            return stamp.group(2) == null ? new TimestampType(digits) : new TimestampTimeZoneType(digits);
        }
        var interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            int days = digits(interval.group(1), MOST_DIGITS);
            int seconds = digits(interval.group(2), MOST_DIGITS);
            return new IntervalType(interval.group(1) == null ? 2 : days,
                    interval.group(2) == null ? DEFAULT_DIGITS : seconds);
        }
        return switch (text) {
            case "number" -> Types.NUMERIC;
            case "integer", "int", "smallint" -> Types.INTEGER;
            case "binary_float" -> Types.REAL;
            case "binary_double" -> Types.DOUBLE;
            case "date" -> OracleTypes.DATE_TIME;
            case "clob", "nclob", "long" -> Types.TEXT;
            case "blob", "bfile", "long raw" -> Types.BINARY;
            case "rowid" -> OracleTypes.ROWID;
            case "json" -> Types.json(Object.class);
            case "boolean" -> Types.BOOLEAN;
            case "xmltype" -> OracleTypes.XMLTYPE;
            default -> text.startsWith("float") ? Types.DOUBLE : text.startsWith("raw(") ? Types.BINARY
                    : text.startsWith("urowid") ? OracleTypes.ROWID : text.startsWith("interval year")
                            ? OracleTypes.INTERVAL_YEAR_TO_MONTH : null;
        };
    }

    /** Returns the digits of a type; -1 for the default. */
    private static int digits(@Nullable String text, int defaultDigits) {
        return text == null || Integer.parseInt(text) == defaultDigits ? -1 : Integer.parseInt(text);
    }

    private SqlType<?> number(String digits, @Nullable String places) {
        int scale = places == null ? 0 : Integer.parseInt(places);
        if (digits.equals("*")) {
            return scale == 0 ? Types.INTEGER : Types.NUMERIC;
        }
        int precision = Integer.parseInt(digits);
        if (scale != 0) {
            return scale > 0 ? new NumericType(precision, scale) : Types.NUMERIC;
        }
        return precision == 1 && !hasBooleans ? Types.BOOLEAN
                : precision <= 4 ? Types.SMALLINT : precision <= 9 ? Types.INTEGER
                        : precision <= 19 ? Types.BIGINT : new NumericType(precision, 0);
    }

    @Override
    protected String plainName(String name) {
        var number = NUMBER.matcher(name);
        if (number.matches()) {
            return "number(" + number.group(1) + "," + (number.group(2) == null ? "0" : number.group(2)) + ")";
        }
        var string = STRING.matcher(name);
        if (string.matches()) {
            var word = string.group(1).replace("character varying", "varchar2").replace("character", "char");
            return (word.equals("varchar") ? "varchar2" : word) + "(" + string.group(2)
                    + (word.startsWith("n") ? ")" : " " + (string.group(3) == null ? "byte" : string.group(3)) + ")");
        }
        var stamp = TIMESTAMP.matcher(name);
        if (stamp.matches()) {
            return "timestamp(" + (stamp.group(1) == null ? "6" : stamp.group(1)) + ")"
                    + (stamp.group(2) == null ? "" : " " + stamp.group(2));
        }
        var interval = INTERVAL.matcher(name);
        if (interval.matches()) {
            return "interval day(" + (interval.group(1) == null ? "2" : interval.group(1)) + ") to second("
                    + (interval.group(2) == null ? "6" : interval.group(2)) + ")";
        }
        return switch (name) {
            case "integer", "int", "smallint" -> "number(*,0)";
            case "double precision", "float" -> "float(126)";
            case "real" -> "float(63)";
            case "char", "character" -> "char(1 byte)";
            default -> name.startsWith("numeric(") || name.startsWith("decimal(")
                    ? plainName("number" + name.substring(7)) : name;
        };
    }
}

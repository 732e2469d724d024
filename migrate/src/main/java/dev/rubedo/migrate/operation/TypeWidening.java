package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.CompileException;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.DateType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.SmallIntType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimeTimeZoneType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.UnboundedNumericType;
import dev.rubedo.type.UuidType;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A test for whether another type can hold each value of a type, so that a column can be changed without loss. Unknown
 * cases count as a loss. Immutable.
 *
 * @param dialect the dialect of the database, which determines the size of types without a limit
 */
record TypeWidening(Dialect dialect) {
    private static final Pattern LIMIT = Pattern.compile("\\((\\d+)");
    /** The number of fractional-second digits if a type does not specify it. */
    private static final int USUAL_DIGITS = 6;
    private static final int ALL = Integer.MAX_VALUE;

    /**
     * Returns whether values are unchanged.
     *
     * @param before the type of the column
     * @param after the new type
     */
    boolean keeps(SqlType<?> before, SqlType<?> after) {
        var from = stored(before);
        var to = stored(after);
        if (from instanceof EnumeratedType<?> old && to instanceof EnumeratedType<?> other) {
            return other.labels().containsAll(old.labels());
        }
        if (from.equals(to) || name(from).equals(name(to))) {
            return true;
        }
        return switch (to) {
            case SmallIntType t -> false;
            case IntegerType t -> from instanceof SmallIntType;
            case BigIntType t -> from instanceof SmallIntType || from instanceof IntegerType;
            case RealType t -> from instanceof SmallIntType;
            case DoubleType t ->
                from instanceof RealType || from instanceof SmallIntType || from instanceof IntegerType;
            case NumericType t -> keepsNumber(from, t);
            case UnboundedNumericType t -> isExactNumber(from);
            case ExactDecimalType t -> isExactNumber(from);
            case StringType t -> keepsText(from, t.isFixed(), t.isNational(), limit(t.withCollation("")));
            case TextType t -> keepsText(from, false, true, ALL);
            case BinaryType t -> from instanceof BinaryType old && limit(old) <= limit(t);
            case TimestampType t -> from instanceof DateType
                    || from instanceof TimestampType old && digits(old.digits()) <= digits(t.digits());
            case TimeType t -> from instanceof TimeType old && digits(old.digits()) <= digits(t.digits());
            case TimeTimeZoneType t ->
                from instanceof TimeTimeZoneType old && digits(old.digits()) <= digits(t.digits());
            case TimestampTimeZoneType t -> zoned(from).orElse(ALL) <= digits(t.digits());
            case InstantType t -> from instanceof InstantType old && digits(old.digits()) <= digits(t.digits());
            case IntervalType t ->
                from instanceof IntervalType old && usual(old.dayDigits(), 9) <= usual(t.dayDigits(), 9)
                        && digits(old.secondDigits()) <= digits(t.secondDigits());
            case JsonType<?> t -> from instanceof JsonType<?>;
            case ArrayType<?> t -> from instanceof ArrayType<?> old && keeps(old.element(), t.element());
            case SqlType<?> t -> false;
        };
    }

    private SqlType<?> stored(SqlType<?> type) {
        return switch (type.forDialect(dialect.name())) {
            case CustomType<?, ?> custom -> stored(custom.storage());
            case SqlType<?> other -> other;
        };
    }

    private String name(SqlType<?> type) {
        try {
            return dialect.typeName(type);
        } catch (CompileException e) {
            return type.toString();
        }
    }

    /** Returns the number of characters or bytes that a type can hold on the database. */
    private int limit(SqlType<?> type) {
        var limit = LIMIT.matcher(name(type));
        return limit.find() ? Integer.parseInt(limit.group(1)) : ALL;
    }

    private static int usual(int given, int other) {
        return given < 0 ? other : given;
    }

    private static int digits(int given) {
        return usual(given, USUAL_DIGITS);
    }

    /** An instant is a timestamp with a time zone. */
    private static OptionalInt zoned(SqlType<?> from) {
        return switch (from) {
            case TimestampTimeZoneType old -> OptionalInt.of(digits(old.digits()));
            case InstantType old -> OptionalInt.of(digits(old.digits()));
            case SqlType<?> other -> OptionalInt.empty();
        };
    }

    private static boolean isExactNumber(SqlType<?> type) {
        return type instanceof NumericType || wholeDigits(type).isPresent();
    }

    private static OptionalInt wholeDigits(SqlType<?> type) {
        return switch (type) {
            case SmallIntType t -> OptionalInt.of(5);
            case IntegerType t -> OptionalInt.of(10);
            case BigIntType t -> OptionalInt.of(19);
            case SqlType<?> other -> OptionalInt.empty();
        };
    }

    private boolean keepsNumber(SqlType<?> from, NumericType to) {
        int scale = Math.max(0, to.scale());
        if (to.precision() == 0) {
            return LIMIT.matcher(name(to)).find() ? false : isExactNumber(from);
        }
        if (from instanceof NumericType old) {
            int oldScale = Math.max(0, old.scale());
            return old.precision() > 0 && oldScale <= scale
                    && old.precision() - oldScale <= to.precision() - scale;
        }
        return wholeDigits(from).orElse(ALL) <= to.precision() - scale;
    }

    private boolean keepsText(SqlType<?> from, boolean isFixed, boolean isNational, int limit) {
        return switch (from) {
            // a text that is padded is another one
            case StringType old -> limit(old.withCollation("")) <= limit && (!isFixed || old.isFixed())
                    && (isNational || !old.isNational());
            case TextType old -> limit == ALL && !isFixed;
            case EnumeratedType<?> old ->
                !isFixed && old.labels().stream().mapToInt(String::length).max().orElse(ALL) <= limit;
            // not documents: the longest text of a database may be shorter than they are
            case SqlType<?> other -> !isFixed && textLength(other).orElse(ALL) <= limit
                    && (textLength(other).isPresent() || isToldByText(other));
        };
    }

    /** Returns the maximum number of characters of a value's text; empty if it is not known. */
    private static OptionalInt textLength(SqlType<?> type) {
        return switch (type) {
            case SmallIntType t -> OptionalInt.of(6);
            case IntegerType t -> OptionalInt.of(11);
            case BigIntType t -> OptionalInt.of(20);
            case NumericType t when t.precision() > 0 -> OptionalInt.of(t.precision() + 3);
            case BooleanType t -> OptionalInt.of(5);
            case UuidType t -> OptionalInt.of(36);
            case DateType t -> OptionalInt.of(13);
            case SqlType<?> other -> OptionalInt.empty();
        };
    }

    /** Returns whether the text of a value represents it completely. */
    private static boolean isToldByText(SqlType<?> type) {
        return switch (type) {
            case NumericType t -> true;
            case UnboundedNumericType t -> true;
            case ExactDecimalType t -> true;
            case TimestampType t -> true;
            case TimeType t -> true;
            case SqlType<?> other -> false;
        };
    }
}

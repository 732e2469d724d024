package dev.rubedo.compile;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.feature.Feature;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.DateType;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.IntegerType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SmallIntType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimeTimeZoneType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.UnboundedNumericType;
import dev.rubedo.type.UnknownType;
import dev.rubedo.type.UuidType;
import dev.rubedo.type.VariantType;

/**
 * A renderer of the names of types. A dialect overrides the methods for the types that it names differently.
 *
 * <p>Immutable.
 */
@Spi
public class TypeRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    /** Creates a renderer. */
    public TypeRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /** Returns the type as declared in DDL. */
    public final String render(SqlType<?> type) {
        return switch (type) {
            case BooleanType t -> renderBoolean(t);
            case SmallIntType t -> renderSmallInt(t);
            case IntegerType t -> renderInteger(t);
            case BigIntType t -> renderBigInt(t);
            case RealType t -> renderReal(t);
            case DoubleType t -> renderDouble(t);
            case NumericType t -> renderNumeric(t);
            case UnboundedNumericType t -> renderUnboundedNumeric(t);
            case ExactDecimalType t -> renderExactDecimal(t);
            case StringType t -> renderString(t);
            case TextType t -> renderText(t);
            case DateType t -> renderDate(t);
            case TimeType t -> renderTime(t);
            case TimeTimeZoneType t -> renderTimeTimeZone(t);
            case TimestampType t -> renderTimestamp(t);
            case TimestampTimeZoneType t -> renderTimestampTimeZone(t);
            case InstantType t -> renderInstant(t);
            case IntervalType t -> renderInterval(t);
            case BinaryType t -> renderBinary(t);
            case UuidType t -> renderUuid(t);
            case EnumeratedType<?> t -> renderEnum(t);
            case JsonType<?> t -> renderJson(t);
            case ArrayType<?> t -> renderArray(t);
            case UnknownType t -> renderUnknown(t);
            case VariantType<?> t -> render(t.forDialect(traits.name()));
            case DialectType<?> t -> own(t).sqlName();
            case CustomType<?, ?> t -> renderCustom(t);
        };
    }

    /** Returns the type as the target of a {@code CAST}. */
    public final String renderForCast(SqlType<?> type) {
        return switch (type) {
            case VariantType<?> t -> renderForCast(t.forDialect(traits.name()));
            case RenamedType<?> t -> renderRenamedCast(t);
            case DialectType<?> t -> own(t).castName();
            case CustomType<?, ?> t -> renderForCast(t.storage());
            default -> renderCastTarget(type);
        };
    }

    /** Returns a renamed type as the target of a {@code CAST}; by default its declared name. */
    protected String renderRenamedCast(RenamedType<?> type) {
        requireOwn(type);
        return type.castName();
    }

    /** Returns a portable type as the target of a {@code CAST}; by default its declared name. */
    protected String renderCastTarget(SqlType<?> type) {
        return render(type);
    }

    /**
     * Returns the SQL of a parameter of a type.
     *
     * @param type the type of the parameter
     */
    public final String marker(SqlType<?> type) {
        return switch (type) {
            case VariantType<?> t -> marker(t.forDialect(traits.name()));
            case DialectType<?> t -> own(t).marker();
            case CustomType<?, ?> t -> t.marker(marker(t.storage()));
            default -> renderMarker(type);
        };
    }

    /**
     * Returns the marker of a parameter of a portable type. A dialect adds a cast where its database would infer the
     * wrong type.
     */
    protected String renderMarker(SqlType<?> type) {
        return "?";
    }

    /** Returns the SQL that selects an expression of a type, with one {@code ?} in its place. */
    final String selection(SqlType<?> type) {
        return switch (type) {
            case VariantType<?> t -> selection(t.forDialect(traits.name()));
            case DialectType<?> t -> own(t).selection();
            case CustomType<?, ?> t -> t.selection(selection(t.storage()));
            default -> "?";
        };
    }

    private DialectType<?> own(DialectType<?> type) {
        requireOwn(type);
        return type;
    }

    /**
     * Rejects a type that only other dialects have.
     *
     * @throws UnsupportedFeatureException if this dialect does not have the type
     */
    protected void requireOwn(DialectType<?> type) {
        if (!type.isOn(traits.name())) {
            throw new UnsupportedFeatureException(type, traits.name());
        }
    }

    /** Returns the name of the boolean type. */
    protected String renderBoolean(BooleanType type) {
        return "BOOLEAN";
    }

    /** Returns the name of the two-byte integer. */
    protected String renderSmallInt(SmallIntType type) {
        return "SMALLINT";
    }

    /** Returns the name of the four-byte integer. */
    protected String renderInteger(IntegerType type) {
        return "INTEGER";
    }

    /** Returns the name of the eight-byte integer. */
    protected String renderBigInt(BigIntType type) {
        return "BIGINT";
    }

    /** Returns the name of the four-byte floating-point number. */
    protected String renderReal(RealType type) {
        return "REAL";
    }

    /** Returns the name of the eight-byte floating-point number. */
    protected String renderDouble(DoubleType type) {
        return "DOUBLE";
    }

    /** Returns the type for decimal numbers, with precision and scale if it has them. */
    protected String renderNumeric(NumericType type) {
        return "NUMERIC" + precision(type);
    }

    /**
     * Returns the type for decimals of unlimited scale; by default NUMERIC without precision.
     */
    protected String renderUnboundedNumeric(UnboundedNumericType type) {
        return renderNumeric(new NumericType(0, -1));
    }

    /** Returns the type for decimals that are stored without loss. */
    protected String renderExactDecimal(ExactDecimalType type) {
        return "NUMERIC";
    }

    /** Returns the name of the string type, with its length and collation. */
    protected String renderString(StringType type) {
        var name = type.isFixed() ? "CHAR" : "VARCHAR";
        return (type.isNational() ? "N" + name : name) + length(type.length()) + collation(type.collation());
    }

    /** Returns the name of the text type without a limit. */
    protected String renderText(TextType type) {
        return "TEXT" + collation(type.collation());
    }

    /** Returns the name of the date type. */
    protected String renderDate(DateType type) {
        return "DATE";
    }

    /** Returns the name of the time-of-day type. */
    protected String renderTime(TimeType type) {
        return "TIME" + fraction(type.digits());
    }

    /**
     * Returns the name of the type for a time of day with an offset.
     *
     * @throws UnsupportedFeatureException if the dialect has none
     */
    protected String renderTimeTimeZone(TimeTimeZoneType type) {
        traits.require(Feature.TIME_OF_DAY_ZONE, "TIME WITH TIME ZONE");
        return "TIME" + fraction(type.digits()) + " WITH TIME ZONE";
    }

    /** Returns the name of the type for a timestamp without a time zone. */
    protected String renderTimestamp(TimestampType type) {
        return "DATETIME" + fraction(type.digits());
    }

    /** Returns the name of the type for a timestamp that is read with an offset. */
    protected String renderTimestampTimeZone(TimestampTimeZoneType type) {
        return "DATETIME" + fraction(type.digits());
    }

    /** Returns the type for points in time; by default the timestamp with a time zone. */
    protected String renderInstant(InstantType type) {
        return renderTimestampTimeZone(new TimestampTimeZoneType(type.digits()));
    }

    /**
     * Returns the interval type, or the timestamp type for intervals counted from 1970 on databases without one.
     */
    protected String renderInterval(IntervalType type) {
        return traits.supports(Feature.INTERVAL_TYPE) ? "INTERVAL" + fraction(type.secondDigits())
                : renderTimestamp(new TimestampType(type.secondDigits()));
    }

    /** Returns the name of the type for bytes. */
    protected String renderBinary(BinaryType type) {
        return "BLOB";
    }

    /** Returns the UUID type, or a text type on databases without one. */
    protected String renderUuid(UuidType type) {
        return traits.supports(Feature.UUID_TYPE) ? "UUID" : "CHAR(32)";
    }

    /** Returns the type of an enumeration; by default a string type as long as the longest label. */
    protected String renderEnum(EnumeratedType<?> type) {
        return "VARCHAR(" + type.length() + ')';
    }

    /** Returns the name of the JSON type. */
    protected String renderJson(JsonType<?> type) {
        return "JSON";
    }

    /**
     * Returns the name of the array type.
     *
     * @throws UnsupportedFeatureException
     *             if the dialect has no arrays
     */
    protected String renderArray(ArrayType<?> type) {
        traits.require(Feature.ARRAY_TYPE, type);
        return render(type.element()) + "[]";
    }

    /**
     * Rejects an unknown type.
     *
     * @throws CompileException always, by default
     */
    protected String renderUnknown(UnknownType type) {
        throw new CompileException(ErrorCode.INVALID_STATEMENT,
                "A column or cast without a type cannot be written. Give it a type.");
    }

    /** Returns the type that stores a custom type. */
    protected String renderCustom(CustomType<?, ?> type) {
        return render(type.storage());
    }

    /** Returns {@code (precision, scale)}, or nothing. */
    protected static String precision(NumericType type) {
        if (type.precision() == 0) {
            return "";
        }
        return type.scale() < 0 ? "(" + type.precision() + ')' : "(" + type.precision() + ", " + type.scale() + ')';
    }

    /** Returns {@code (length)}, or nothing for a length of 0. */
    protected static String length(int length) {
        return length == 0 ? "" : "(" + length + ')';
    }

    /**
     * Returns the {@code (digits)} of fractional seconds, or nothing if they are left to the database.
     *
     * @throws CompileException if there are more than six, by default
     */
    protected String fraction(int digits) {
        if (digits > 6) {
            throw new CompileException(ErrorCode.INVALID_STATEMENT, "Dialect \"" + traits.name()
                    + "\" supports at most 6 digits of fractional seconds, but a type has " + digits
                    + ". Declare it with 6 digits or fewer.");
        }
        return digits < 0 ? "" : "(" + digits + ')';
    }

    /** Returns the {@code COLLATE} clause, or nothing. */
    protected String collation(String collation) {
        if (collation.isEmpty()) {
            return "";
        }
        traits.require(Feature.COLLATE_OPERATOR, "the collation \"" + collation + "\" of a column");
        return " COLLATE " + traits.quoter().quote(collation);
    }
}

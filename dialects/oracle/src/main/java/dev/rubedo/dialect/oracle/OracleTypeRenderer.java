package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.IntervalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimeType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;

/** The types of Oracle. Immutable. */
final class OracleTypeRenderer extends TypeRenderer {

    private static final int LONGEST_STRING = 4000;

    private static final int MOST_DIGITS = 9;

    OracleTypeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** BOOLEAN came with 23. */
    @Override
    protected String renderBoolean(BooleanType type) {
        return traits.supports(Feature.BOOLEAN_TYPE) ? "BOOLEAN" : "NUMBER(1)";
    }

    /** JSON came with 21; before that, documents are text. */
    @Override
    protected String renderJson(JsonType<?> type) {
        return traits.supports(Feature.JSON_TYPE) ? "JSON" : "CLOB";
    }

    @Override
    protected String renderBigInt(BigIntType type) {
        return "NUMBER(19)";
    }

    @Override
    protected String renderReal(RealType type) {
        return "BINARY_FLOAT";
    }

    @Override
    protected String renderDouble(DoubleType type) {
        return "BINARY_DOUBLE";
    }

    @Override
    protected String renderNumeric(NumericType type) {
        return "NUMBER" + precision(type);
    }

    @Override
    protected String renderExactDecimal(ExactDecimalType type) {
        return "NUMBER";
    }

    /** A length counts characters, not bytes. */
    @Override
    protected String renderString(StringType type) {
        if (type.length() == 0 || type.length() > LONGEST_STRING) {
            return "CLOB";
        }
        return (type.isNational() ? type.isFixed() ? "NCHAR(" : "NVARCHAR2(" : type.isFixed() ? "CHAR(" : "VARCHAR2(")
                + type.length() + (type.isNational() ? ")" : " CHAR)") + collation(type.collation());
    }

    @Override
    protected String renderText(TextType type) {
        return "CLOB" + collation(type.collation());
    }

    /** There is no time-of-day type. */
    @Override
    protected String renderTime(TimeType type) {
        throw new InvalidStatementException(
                "Oracle has no type for a time of day. Use a timestamp, or an interval since midnight.");
    }

    @Override
    protected String renderTimestamp(TimestampType type) {
        return "TIMESTAMP" + fraction(type.digits());
    }

    @Override
    protected String renderTimestampTimeZone(TimestampTimeZoneType type) {
        return "TIMESTAMP" + fraction(type.digits()) + " WITH TIME ZONE";
    }

    @Override
    protected String renderInterval(IntervalType type) {
        return "INTERVAL DAY(" + (type.dayDigits() < 0 ? MOST_DIGITS : type.dayDigits()) + ") TO SECOND("
                + (type.secondDigits() < 0 ? MOST_DIGITS : type.secondDigits()) + ")";
    }

    @Override
    protected String renderEnum(EnumeratedType<?> type) {
        return "VARCHAR2(" + type.length() + " CHAR)";
    }

    /** Nothing can be cast to CLOB. */
    @Override
    protected String renderCastTarget(SqlType<?> type) {
        boolean isUnlimited = type instanceof TextType
                || type instanceof StringType text && (text.length() == 0 || text.length() > LONGEST_STRING);
        return isUnlimited ? "VARCHAR2(" + LONGEST_STRING + " CHAR)" : super.renderCastTarget(type);
    }
}

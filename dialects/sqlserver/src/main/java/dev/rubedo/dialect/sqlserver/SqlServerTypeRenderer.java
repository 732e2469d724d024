package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.BinaryType;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.DoubleType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.JsonType;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimestampTimeZoneType;
import dev.rubedo.type.TimestampType;
import dev.rubedo.type.UuidType;

/** The types of SQL Server. Immutable. */
final class SqlServerTypeRenderer extends TypeRenderer {

    private static final int LONGEST_STRING = 4000;

    SqlServerTypeRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected String renderBoolean(BooleanType type) {
        return "BIT";
    }

    @Override
    protected String renderDouble(DoubleType type) {
        return "DOUBLE PRECISION";
    }

    /** Without a scale, NUMERIC has no fraction digits. */
    @Override
    protected String renderNumeric(NumericType type) {
        return type.precision() == 0 ? "NUMERIC(38, 10)" : super.renderNumeric(type);
    }

    @Override
    protected String renderExactDecimal(ExactDecimalType type) {
        return "NUMERIC(38, 10)";
    }

    /** Strings are Unicode; other types depend on the code page of the database. */
    @Override
    protected String renderString(StringType type) {
        if (type.length() > LONGEST_STRING) {
            return "NVARCHAR(max)" + collation(type.collation());
        }
        return (type.isFixed() ? "NCHAR" : "NVARCHAR") + (type.length() == 0 ? "(max)" : length(type.length()))
                + collation(type.collation());
    }

    @Override
    protected String renderText(TextType type) {
        return "NVARCHAR(max)" + collation(type.collation());
    }

    @Override
    protected String renderTimestamp(TimestampType type) {
        return "DATETIME2" + fraction(type.digits());
    }

    @Override
    protected String renderTimestampTimeZone(TimestampTimeZoneType type) {
        return "DATETIMEOFFSET" + fraction(type.digits());
    }

    @Override
    protected String renderBinary(BinaryType type) {
        return "VARBINARY(max)";
    }

    @Override
    protected String renderUuid(UuidType type) {
        return "UNIQUEIDENTIFIER";
    }

    @Override
    protected String renderEnum(EnumeratedType<?> type) {
        return "NVARCHAR" + length(type.length());
    }

    @Override
    protected String renderJson(JsonType<?> type) {
        return "NVARCHAR(max)";
    }

    /** Collation names are written without quotes. */
    @Override
    protected String collation(String collation) {
        return collation.isEmpty() ? "" : " COLLATE " + SqlServerExpressionRenderer.collationName(collation);
    }
}

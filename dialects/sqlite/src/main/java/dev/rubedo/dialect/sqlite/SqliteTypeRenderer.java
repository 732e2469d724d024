package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.ExactDecimalType;
import dev.rubedo.type.SqlType;

/** The types of SQLite, whose names determine an affinity. Immutable. */
final class SqliteTypeRenderer extends TypeRenderer {

    SqliteTypeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A NUMERIC column would convert the number to floating-point, so it is stored as text. */
    @Override
    protected String renderExactDecimal(ExactDecimalType type) {
        return "TEXT";
    }

    /**
     * A cast to a name that SQLite does not know yields a number, so types that are stored as text are cast to text.
     */
    @Override
    protected String renderCastTarget(SqlType<?> type) {
        return switch (type.family()) {
            case DATE, TIME, TIMESTAMP, INTERVAL, UUID, ENUM, JSON -> "TEXT";
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, TEXT, BINARY, ARRAY, OTHER, UNKNOWN -> render(type);
        };
    }

    /** Times are text, which has as many digits as the value. */
    @Override
    protected String fraction(int digits) {
        return "";
    }
}

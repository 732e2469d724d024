package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.ExactDecimalType;

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

    /** Times are text, which keeps as many digits as a value has. */
    @Override
    protected String fraction(int digits) {
        return "";
    }
}

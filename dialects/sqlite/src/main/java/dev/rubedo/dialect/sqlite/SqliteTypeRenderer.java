package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.type.ExactDecimalType;

/** The types of SQLite, which are names that choose an affinity. Immutable. */
final class SqliteTypeRenderer extends TypeRenderer {

    SqliteTypeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** A NUMERIC column would turn the number into a floating-point one, so text holds it. */
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

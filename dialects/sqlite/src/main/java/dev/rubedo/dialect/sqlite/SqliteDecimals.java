package dev.rubedo.dialect.sqlite;

import java.math.BigDecimal;

/** The decimal numbers that SQLite can keep as integers or doubles. Stateless. */
final class SqliteDecimals {

    /** A double represents this many digits of any decimal number. */
    static final int DIGITS = 15;

    private static final int INTEGER_DIGITS = 18;

    private SqliteDecimals() {}

    /** Returns whether a number without trailing zeros is kept as an integer. */
    static boolean isInteger(BigDecimal plain) {
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= INTEGER_DIGITS;
    }

    /** Refuses a number whose digits would be lost. */
    static void requireRepresentable(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        if (!isInteger(plain) && plain.precision() > DIGITS) {
            throw new IllegalArgumentException(
                    "SQLite keeps a decimal number as a double, which cannot hold " + value.toPlainString() + " ("
                            + plain.precision() + " digits, at most " + DIGITS
                            + "). Declare the column as EXACT_DECIMAL, which is text and loses nothing.");
        }
    }
}

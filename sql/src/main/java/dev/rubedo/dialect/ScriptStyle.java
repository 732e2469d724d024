package dev.rubedo.dialect;

import java.util.Objects;

/**
 * The style of scripts for the command line tool of a database. Immutable.
 *
 * @param begin the statement that begins a transaction
 * @param separator the line after each statement; empty for none
 * @param isBlock whether the separator ends a statement instead of a semicolon, which only a block of code has
 */
public record ScriptStyle(String begin, String separator, boolean isBlock) {

    /** A semicolon ends each statement. */
    public static final ScriptStyle STANDARD = new ScriptStyle("BEGIN", "", false);

    /** Checks the components. */
    public ScriptStyle {
        Objects.requireNonNull(begin, "begin");
        Objects.requireNonNull(separator, "separator");
    }
}

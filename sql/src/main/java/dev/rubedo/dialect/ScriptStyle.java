package dev.rubedo.dialect;

import java.util.Objects;

/**
 * The style of scripts for the command line tool of a database. Immutable.
 *
 * @param begin the statement that begins a transaction
 * @param separator the line after each statement; empty for none
 * @param isBlock whether the separator replaces the semicolon, so that only a block of code ends with one
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

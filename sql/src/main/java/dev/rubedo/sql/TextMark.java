package dev.rubedo.sql;

/**
 * A place in text written by hand that stands for a value. Immutable.
 *
 * @param kind what stands there
 * @param name the name without the colon; of another kind, what stands there
 * @param start where it begins
 * @param end where what follows begins
 */
public record TextMark(Kind kind, String name, int start, int end) {
    /** What stands for a value. Immutable. */
    public enum Kind {
        /** A {@code :name}. */
        NAME,
        /** A {@code :name} inside a comment that some servers execute. */
        UNDECIDED,
        /** A question mark, which JDBC takes for a parameter. */
        QUESTION_MARK,
        /** A parameter in the database's own spelling. */
        OWN_PARAMETER
    }
}

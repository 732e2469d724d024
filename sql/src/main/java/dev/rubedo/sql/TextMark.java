package dev.rubedo.sql;

/**
 * A placeholder in hand-written SQL. Immutable.
 *
 * @param kind the kind of placeholder
 * @param name the name without the colon; for other kinds, the text of the placeholder
 * @param start the index of its first character
 * @param end the index after its last character
 */
public record TextMark(Kind kind, String name, int start, int end) {
    /** A kind of placeholder. Immutable. */
    public enum Kind {
        /** A {@code :name}. */
        NAME,
        /** A {@code :name} inside a comment that some servers execute. */
        UNDECIDED,
        /** A question mark, which JDBC would treat as a parameter. */
        QUESTION_MARK,
        /** A parameter in the database's own syntax. */
        OWN_PARAMETER
    }
}

package dev.rubedo.compile;

/**
 * How a server recognizes an expression that is repeated in GROUP BY, ORDER BY or DISTINCT ON. An expression with
 * values is a different expression at each place for a server that sees parameters instead of values.
 *
 * <p>Immutable.
 */
public enum Recognition {
    /** By its text, even with parameters. */
    TEXT,
    /**
     * By its text, even with parameters, but only as a whole column or term of ORDER BY, not inside a larger expression.
     */
    WHOLE_TEXT,
    /** By its position in the select list, from 1. */
    POSITION,
    /** By its name in the select list. */
    NAME,
    /** By its position in ORDER BY; not at all in GROUP BY, which accepts no references. */
    ORDER_POSITION
}

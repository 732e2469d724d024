package dev.rubedo.compile;

/**
 * How a server knows an expression again that stands in a query a second time: in GROUP BY, ORDER BY or DISTINCT ON.
 * One that holds values is another expression at each place to a server that sees parameters and not values.
 *
 * <p>Immutable.
 */
public enum Recognition {
    /** By its text, values or not. */
    TEXT,
    /** By its position in the select list, from 1. */
    POSITION,
    /** By its name in the select list. */
    NAME,
    /** By its position in ORDER BY; not at all in GROUP BY, which takes no references. */
    ORDER_POSITION
}

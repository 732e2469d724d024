package dev.rubedo.sql;

/** Anything that can stand in {@code ORDER BY}. Immutable. */
public sealed interface OrderTerm permits Expression, Ordered {
    /** Returns what is ordered by, without direction. */
    Expression<?> term();
}

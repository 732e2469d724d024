package dev.rubedo.sql;

/** Anything that can stand in {@code ORDER BY}. Immutable. */
public sealed interface OrderTerm extends Node permits Expression, Ordered {
    /** Returns what is ordered by, without direction. */
    Expression<?> term();
}

package dev.rubedo.sql;

/** Anything that can appear in {@code ORDER BY}. Immutable. */
public sealed interface OrderTerm extends Node permits Expression, Ordered {
    /** Returns the expression to order by, without a direction. */
    Expression<?> term();

    @Override
    OrderTerm rewrite(Rewriter rewriter);
}

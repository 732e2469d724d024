package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * Anything that can appear in a select list or in {@code RETURNING}. Immutable.
 *
 * @param <T> the type of its value in each row
 */
public sealed interface Projection<T extends @Nullable Object> extends Node
        permits Expression, Into, RowSource, UnresolvedEntity {
    @Override
    Projection<?> rewrite(Rewriter rewriter);
}

package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * Anything that can stand in a select list or a {@code RETURNING}. Immutable.
 *
 * @param <T> what one row of it gives
 */
public sealed interface Projection<T extends @Nullable Object> extends Node
        permits Expression, Into, RowSource, UnresolvedEntity {}

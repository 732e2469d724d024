package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column that can be given a value. Immutable as seen from here.
 *
 * @param <T> the Java type of its values
 */
public sealed interface SettableColumn<T extends @Nullable Object> extends Expression<T>
        permits ColumnReference, UnresolvedExpression {
    /** Returns the name, as the database or the mapping has it. */
    String name();
}

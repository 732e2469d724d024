package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column that can be assigned a value. Immutable as seen from this package.
 *
 * @param <T> the Java type of its values
 */
public sealed interface SettableColumn<T extends @Nullable Object> extends Expression<T>
        permits ColumnReference, UnresolvedExpression {
    /** Returns the name in the database or the mapping. */
    String name();
}

package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity, which a session replaces by a column before anything is compiled. A door. Immutable.
 *
 * @param <T> the Java type of its values
 */
public non-sealed interface UnresolvedExpression<T extends @Nullable Object> extends SettableColumn<T> {
    /** Returns the entity that the attribute is of. */
    UnresolvedEntity<?> entity();

    /**
     * One part, told from others by {@code equals}; an attribute that holds values or expressions describes them
     * itself.
     */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }
}

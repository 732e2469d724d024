package dev.rubedo.sql;

import java.util.Optional;

/**
 * An entity in the place of a table, which a session replaces before anything is compiled. A door. It has no methods
 * without parameters, since those names belong to the relationships of the entity. Immutable.
 *
 * @param <E> the entity
 */
public non-sealed interface UnresolvedEntity<E> extends Projection<E>, FromClause, DmlTarget {
    /**
     * Finds an attribute that has a column.
     *
     * @param name the name of the attribute in Java
     */
    Optional<? extends UnresolvedExpression<?>> attribute(String name);

    /** One part, told from others by {@code equals}. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }
}

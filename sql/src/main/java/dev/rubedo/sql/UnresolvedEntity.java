package dev.rubedo.sql;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/**
 * An entity in place of a table. The ORM replaces it before a statement is compiled. An extension point. It has no
 * methods without parameters, because their names could clash with the relationships of the entity. Immutable.
 *
 * @param <E> the entity class
 */
@Spi
public non-sealed interface UnresolvedEntity<E> extends Projection<E>, FromClause, DmlTarget {
    /**
     * Finds an attribute that is mapped to a column.
     *
     * @param name the Java name of the attribute
     */
    Optional<? extends UnresolvedExpression<?>> attribute(String name);

    /** Describes the entity as one part, distinguished by {@code equals}. */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }

    @Override
    default UnresolvedEntity<E> rewrite(Rewriter rewriter) {
        return this;
    }
}

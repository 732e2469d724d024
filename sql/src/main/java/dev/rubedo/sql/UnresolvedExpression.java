package dev.rubedo.sql;

import dev.rubedo.stability.Spi;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an entity. The ORM replaces it with a column before a statement is compiled. An extension point.
 * Immutable.
 *
 * @param <T> the Java type of its values
 */
@Spi
public non-sealed interface UnresolvedExpression<T extends @Nullable Object> extends SettableColumn<T> {
    /** Returns the entity that the attribute belongs to. */
    UnresolvedEntity<?> entity();

    /**
     * Describes the attribute as one part, distinguished by {@code equals}. An attribute that contains values or
     * expressions overrides this.
     */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }
}

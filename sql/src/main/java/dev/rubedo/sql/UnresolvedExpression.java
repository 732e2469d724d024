package dev.rubedo.sql;

import dev.rubedo.stability.Spi;
import java.util.List;
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
     * Returns the expression in terms of other attributes that this attribute stands for, or null if it stands for a
     * column or a condition.
     */
    default @Nullable Expression<T> definition() {
        return null;
    }

    /**
     * Returns the assignments that set this attribute; by default a single one.
     *
     * @param value the new value
     */
    default List<Assignment<?>> assigned(Expression<?> value) {
        return List.of(new Assignment<>(this, value));
    }

    /**
     * Describes the attribute as one part, distinguished by {@code equals}. An attribute that contains values or
     * expressions overrides this.
     */
    @Override
    default void describe(Structure out) {
        out.part(this);
    }

    @Override
    default UnresolvedExpression<T> rewrite(Rewriter rewriter) {
        return this;
    }
}

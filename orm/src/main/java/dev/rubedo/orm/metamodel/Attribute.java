package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column or formula attribute in a statement. It has all operators of an expression; a session replaces it with the
 * column or the formula. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the type of the attribute
 */
public final class Attribute<E, T extends @Nullable Object> implements UnresolvedExpression<T>, EntityAttribute {

    private final EntityPath<E> owner;
    private final int index;

    Attribute(EntityPath<E> owner, int index) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.index = index;
    }

    @Override
    public EntityPath<E> entity() {
        return owner;
    }

    @Override
    public EntityPath<E> owner() {
        return owner;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String name() {
        return owner.$definition().attribute(index).name();
    }

    @Override
    @SuppressWarnings("unchecked")
    public SqlType<T> type() {
        AttributeDefinition definition = owner.$definition().attribute(index);
        return (SqlType<T>) (definition instanceof FormulaDefinition formula ? formula.type()
                : ((ColumnDefinition) definition).type());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attribute<?, ?> that && that.index == index && that.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + index;
    }

    @Override
    public String toString() {
        return EntityPath.reference(owner) + "." + name();
    }
}

package dev.rubedo.orm.metamodel;

import java.util.Objects;

/**
 * A relationship to any number of other entities, in a statement. Immutable.
 *
 * @param <E> the entity class
 * @param <T> what the attribute leads to or holds
 */
public final class ToMany<E, T> {

    private final EntityPath<E> owner;
    private final int index;

    ToMany(EntityPath<E> owner, int index) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.index = index;
    }

    /** Returns the entity in the statement that this belongs to. */
    public EntityPath<E> owner() {
        return owner;
    }

    /** Returns the index of the attribute in its entity. */
    public int index() {
        return index;
    }

    /** Returns the name of the attribute. */
    public String name() {
        return owner.$definition().attribute(index).name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ToMany<?, ?> that && that.index == index && that.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + index;
    }

    @Override
    public String toString() {
        return owner + "." + name();
    }
}

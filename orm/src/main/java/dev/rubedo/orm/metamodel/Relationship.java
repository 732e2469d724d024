package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Structure;
import dev.rubedo.sql.UnresolvedJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A relationship in a statement, for joins, loader options and conditions. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the target entity class of the relationship
 */
public abstract sealed class Relationship<E, T> implements UnresolvedJoin, EntityAttribute
        permits ToOne, ToMany {

    private final EntityPath<E> owner;
    private final int index;
    private final @Nullable EntityPath<? extends T> target;
    private final List<Condition> criteria;

    Relationship(EntityPath<E> owner, int index, @Nullable EntityPath<? extends T> target, List<Condition> criteria) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.index = index;
        this.target = target;
        this.criteria = List.copyOf(criteria);
    }

    @Override
    public final EntityPath<E> owner() {
        return owner;
    }

    @Override
    public final int index() {
        return index;
    }

    /** Returns the definition of the relationship. */
    public final RelationshipDefinition definition() {
        return (RelationshipDefinition) owner.$definition().attribute(index);
    }

    @Override
    public final String name() {
        return definition().name();
    }

    /**
     * Returns the entity that a join over this relationship adds to the statement: the one given by {@code to}, else
     * the target itself.
     */
    @Override
    public final EntityPath<?> target() {
        return target != null ? target : definition().targetPath();
    }

    /** Returns whether a target was given by {@code to}. */
    public final boolean hasTarget() {
        return target != null;
    }

    /** Returns the conditions that were added to the join. */
    public final List<Condition> criteria() {
        return criteria;
    }

    /** Returns this relationship with exactly these conditions added to its join. */
    public abstract Relationship<E, T> withCriteria(List<Condition> conditions);

    /**
     * Returns the condition that a target belongs to this owner, for queries of targets: {@code
     * select(ADDRESS).where(USER.addresses.isOf(ann))}. If the relationship has an alias as its target, the condition is
     * on that alias.
     */
    public final Condition isOf(Object owner) {
        return RelationshipTest.of(RelationshipTest.Kind.OF, this, Objects.requireNonNull(owner, "owner"));
    }

    final List<Condition> criteriaAnd(Condition... more) {
        List<Condition> all = new ArrayList<>(criteria);
        all.addAll(List.of(more));
        return all;
    }

    final @Nullable EntityPath<? extends T> givenTarget() {
        return target;
    }

    @Override
    public final void describe(Structure out) {
        out.part(owner);
        out.part(index);
        out.part(target != null);
        if (target != null) {
            out.part(target);
        }
        out.expressions(criteria);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Relationship<?, ?> that && that.index == index && that.owner.equals(owner)
                && Objects.equals(that.target, target) && that.criteria.equals(criteria);
    }

    @Override
    public final int hashCode() {
        return 31 * owner.hashCode() + index;
    }

    @Override
    public final String toString() {
        return EntityPath.reference(owner) + "." + name()
                + (criteria.isEmpty() ? ""
                        : " AND " + criteria.stream().map(Object::toString).collect(Collectors.joining(" AND ")));
    }
}

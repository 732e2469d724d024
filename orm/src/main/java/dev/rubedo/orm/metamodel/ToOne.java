package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-one relationship in a statement. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the target entity class of the relationship
 */
public final class ToOne<E, T> extends Relationship<E, T> {

    ToOne(EntityPath<E> owner, int index, @Nullable EntityPath<? extends T> target, List<Condition> criteria) {
        super(owner, index, target, criteria);
    }

    /** Returns this relationship with an alias as its target, for a join. */
    public ToOne<E, T> to(EntityPath<? extends T> alias) {
        return new ToOne<>(owner(), index(), alias, criteria());
    }

    /** Returns this relationship with additional conditions on its join. */
    public ToOne<E, T> and(Condition... conditions) {
        return new ToOne<>(owner(), index(), givenTarget(), criteriaAnd(conditions));
    }

    /** Returns the condition that the target is this object, compared by key; for null, that there is no target. */
    public Condition eq(@Nullable T object) {
        return object == null ? isNull() : RelationshipTest.of(RelationshipTest.Kind.EQUAL, this, object);
    }

    /**
     * Returns the condition that the target is not this object, so that it is another or absent; for null, that there
     * is a target.
     */
    public Condition ne(@Nullable T object) {
        return object == null ? isNotNull() : RelationshipTest.of(RelationshipTest.Kind.NOT_EQUAL, this, object);
    }

    /** Returns the condition that there is no target. */
    public Condition isNull() {
        return RelationshipTest.of(RelationshipTest.Kind.ABSENT, this, null);
    }

    /** Returns the condition that there is a target. */
    public Condition isNotNull() {
        return RelationshipTest.of(RelationshipTest.Kind.PRESENT, this, null);
    }

    /** Returns the condition that there is a target that satisfies all these conditions, using EXISTS. */
    public Condition has(Condition... conditions) {
        return RelationshipTest.of(RelationshipTest.Kind.ANY, this, null, conditions);
    }

    @Override
    public ToOne<E, T> withCriteria(List<Condition> conditions) {
        return new ToOne<>(owner(), index(), givenTarget(), conditions);
    }
}

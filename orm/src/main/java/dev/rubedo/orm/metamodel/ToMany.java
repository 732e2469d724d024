package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-many relationship in a statement. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the target entity class of the relationship
 */
public final class ToMany<E, T> extends Relationship<E, T> {

    ToMany(EntityPath<E> owner, int index, @Nullable EntityPath<? extends T> target, List<Condition> criteria) {
        super(owner, index, target, criteria);
    }

    /** Returns this relationship with an alias as its target, for a join. */
    public ToMany<E, T> to(EntityPath<? extends T> alias) {
        return new ToMany<>(owner(), index(), alias, criteria());
    }

    /** Returns this relationship with additional conditions on its join. */
    public ToMany<E, T> and(Condition... conditions) {
        return new ToMany<>(owner(), index(), givenTarget(), criteriaAnd(conditions));
    }

    /** Returns the condition that at least one related object satisfies all these conditions, using EXISTS. */
    public Condition any(Condition... conditions) {
        return RelationshipTest.of(RelationshipTest.Kind.ANY, this, null, conditions);
    }

    /** Returns the condition that there is no related object. */
    public Condition isEmpty() {
        return RelationshipTest.of(RelationshipTest.Kind.ABSENT, this, null);
    }

    /** Returns the condition that an object is among the related ones, compared by key. */
    public Condition contains(T object) {
        return RelationshipTest.of(RelationshipTest.Kind.CONTAINS, this, object);
    }

    @Override
    public ToMany<E, T> withCriteria(List<Condition> conditions) {
        return new ToMany<>(owner(), index(), givenTarget(), conditions);
    }
}

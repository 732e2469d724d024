package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to at most one other entity, in a statement. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the entity class that the relationship leads to
 */
public final class ToOne<E, T> extends Relationship<E, T> {

    ToOne(EntityPath<E> owner, int index, @Nullable EntityPath<? extends T> target, List<Condition> criteria) {
        super(owner, index, target, criteria);
    }

    /** Returns this relationship leading to an alias of its target, for a join. */
    public ToOne<E, T> to(EntityPath<? extends T> alias) {
        return new ToOne<>(owner(), index(), alias, criteria());
    }

    /** Returns this relationship with more conditions on its join. */
    public ToOne<E, T> and(Condition... conditions) {
        return new ToOne<>(owner(), index(), givenTarget(), criteriaAnd(conditions));
    }

    /** Returns the condition that this leads to an object, by its key; null = to nothing. */
    public Condition eq(@Nullable T object) {
        return object == null ? isNull() : RelationshipTest.of(RelationshipTest.Kind.EQUAL, this, object);
    }

    /** Returns the condition that this does not lead to an object (but to another, or to nothing); null = that it leads to something. */
    public Condition ne(@Nullable T object) {
        return object == null ? isNotNull() : RelationshipTest.of(RelationshipTest.Kind.NOT_EQUAL, this, object);
    }

    /** Returns the condition that this leads to nothing. */
    public Condition isNull() {
        return RelationshipTest.of(RelationshipTest.Kind.ABSENT, this, null);
    }

    /** Returns the condition that this leads to something. */
    public Condition isNotNull() {
        return RelationshipTest.of(RelationshipTest.Kind.PRESENT, this, null);
    }

    /** Returns the condition that this leads to something that fulfils all these conditions, by EXISTS. */
    public Condition has(Condition... conditions) {
        return RelationshipTest.of(RelationshipTest.Kind.ANY, this, null, conditions);
    }
}

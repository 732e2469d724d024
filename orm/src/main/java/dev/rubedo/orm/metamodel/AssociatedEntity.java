package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;

/**
 * The objects behind the targets of a to-many relationship, as an attribute of its owner in a statement: the form of an
 * association proxy in queries. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the target entity class of the relationship
 * @param <V> the entity class behind it
 */
public final class AssociatedEntity<E, T, V> {

    private final ToMany<E, T> relationship;
    private final ToOne<T, V> behind;

    /** Creates the attribute; for generated code. */
    public AssociatedEntity(ToMany<E, T> relationship, ToOne<T, V> behind) {
        this.relationship = relationship;
        this.behind = behind;
    }

    /** Returns the condition that this object is among those behind the related ones, using EXISTS. */
    public Condition contains(V object) {
        return relationship.any(behind.eq(object));
    }

    /** Returns the condition that an object behind a related one satisfies all these conditions, using EXISTS. */
    public Condition any(Condition... conditions) {
        return relationship.any(behind.has(conditions));
    }

    /** Returns the condition that there is no related object. */
    public Condition isEmpty() {
        return relationship.isEmpty();
    }

    @Override
    public String toString() {
        return relationship + "." + behind.name();
    }
}

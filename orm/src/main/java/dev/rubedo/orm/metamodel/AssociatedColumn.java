package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of the targets of a to-many relationship, as an attribute of its owner in a statement: the form of an
 * association proxy in queries. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the target entity class of the relationship
 * @param <V> the values of the column
 */
public final class AssociatedColumn<E, T, V extends @Nullable Object> {

    private final ToMany<E, T> relationship;
    private final Attribute<T, V> column;

    /** Creates the attribute; for generated code. */
    public AssociatedColumn(ToMany<E, T> relationship, Attribute<T, V> column) {
        this.relationship = relationship;
        this.column = column;
    }

    /** Returns the condition that a related object has this value, using EXISTS. */
    public Condition contains(V value) {
        return relationship.any(value == null ? column.isNull() : column.eq(value));
    }

    /** Returns the condition that the value of a related object satisfies a condition, using EXISTS. */
    public Condition any(Function<? super Attribute<T, V>, Condition> condition) {
        return relationship.any(condition.apply(column));
    }

    /** Returns the condition that there is no related object. */
    public Condition isEmpty() {
        return relationship.isEmpty();
    }

    @Override
    public String toString() {
        return relationship + "." + column.name();
    }
}

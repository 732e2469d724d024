package dev.rubedo.orm.state;

import java.util.List;
import java.util.Objects;

/**
 * The identity of an object: its entity and the primary key of its row. Immutable.
 *
 * @param entity the entity class; in a hierarchy, that of its root
 * @param values the values of the primary key, in the order of its attributes
 */
public record IdentityKey(Class<?> entity, List<Object> values) {

    /** Copies the values. */
    public IdentityKey {
        Objects.requireNonNull(entity, "entity");
        values = List.copyOf(values);
    }

    /** Returns the key of a row of this entity, which is the root if others inherit from it. */
    public static IdentityKey of(Class<?> entity, Object... values) {
        return new IdentityKey(entity, List.of(values));
    }

    @Override
    public String toString() {
        return entity.getSimpleName() + values;
    }
}

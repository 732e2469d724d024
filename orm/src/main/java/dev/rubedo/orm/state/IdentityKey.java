package dev.rubedo.orm.state;

import java.util.List;
import java.util.Objects;

/**
 * The identity of an object: its entity, the primary key of its row, and the shard that has the row. Immutable.
 *
 * @param entity the entity class; in a hierarchy, that of its root
 * @param values the values of the primary key, in the order of its attributes
 * @param shard the name of the shard, the identity token of SQLAlchemy; empty if the entity is not in shards
 */
public record IdentityKey(Class<?> entity, List<Object> values, String shard) {

    /** Copies the values. */
    public IdentityKey {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(shard, "shard");
        values = List.copyOf(values);
    }

    /** Creates the key of a row that is in no shard. */
    public IdentityKey(Class<?> entity, List<Object> values) {
        this(entity, values, "");
    }

    /** Returns the key of a row of this entity, which is the root if others inherit from it. */
    public static IdentityKey of(Class<?> entity, Object... values) {
        return new IdentityKey(entity, List.of(values));
    }

    @Override
    public String toString() {
        return entity.getSimpleName() + values + (shard.isEmpty() ? "" : " in shard \"" + shard + '"');
    }
}

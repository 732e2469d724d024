package dev.rubedo.orm.routing;

import dev.rubedo.orm.metamodel.EntityPath;
import java.util.List;
import java.util.Objects;

/**
 * A row that is looked up by its primary key. Immutable.
 *
 * @param entity the entity
 * @param key the values of the primary key, in the order of its attributes
 */
public record ShardLookup(EntityPath<?> entity, List<Object> key) {

    /** Copies the values. */
    public ShardLookup {
        Objects.requireNonNull(entity, "entity");
        key = List.copyOf(key);
    }
}

package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;

/**
 * A collection that can only be modified: it cannot be iterated over, but has statements that select, update or delete
 * its elements. Confined to one thread at a time.
 *
 * @param <T> the target entity of the relationship
 */
public final class WriteOnly<T> extends QueriedCollection<T> {

    /** Creates the collection for an attribute of an object. */
    public WriteOnly(ManagedEntity owner, int attribute) {
        super(owner, attribute);
    }
}

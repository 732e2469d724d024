package dev.rubedo.orm.collection;

import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Select;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A collection that executes a query each time it is read. Pending changes are flushed first, unless autoflush is off.
 * Confined to one thread at a time.
 *
 * @param <T> the target entity of the relationship
 */
public final class Dynamic<T> extends QueriedCollection<T> implements Iterable<T> {

    /** Creates the collection for an attribute of an object. */
    public Dynamic(ManagedEntity owner, int attribute) {
        super(owner, attribute);
    }

    /** Returns the objects, in the order of the mapping. */
    public List<T> all() {
        return context().all(select());
    }

    /**
     * Returns some of the objects, or in another order.
     *
     * @param query adds conditions, an order, a limit or options to the query of all objects
     */
    public List<T> all(UnaryOperator<Select<T>> query) {
        return context().all(query.apply(select()));
    }

    /** Returns the first object, in the order of the mapping. */
    public Optional<T> first() {
        return all(query -> query.limit(1)).stream().findFirst();
    }

    /** Returns the number of objects. */
    public long count() {
        return context().count(select().unordered());
    }

    /** Returns the number of some objects. */
    public long count(UnaryOperator<Select<T>> query) {
        return context().count(query.apply(select().unordered()));
    }

    @Override
    public Iterator<T> iterator() {
        return List.copyOf(all()).iterator();
    }
}

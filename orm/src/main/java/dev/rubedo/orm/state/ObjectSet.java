package dev.rubedo.orm.state;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** An identity set of objects, in the order in which they were added. Confined to one thread at a time. */
public final class ObjectSet {

    private final List<ManagedEntity> order = new ArrayList<>();
    // created with the first object: a session has several sets, and most of them stay empty
    private Map<ManagedEntity, Boolean> members = Map.of();

    /** Creates an empty set. */
    public ObjectSet() {}

    /** Adds an object. Returns false if it is already present. */
    public boolean add(ManagedEntity object) {
        if (order.isEmpty()) {
            members = new IdentityHashMap<>();
        }
        boolean isNew = members.put(object, true) == null;
        if (isNew) {
            order.add(object);
        }
        return isNew;
    }

    /** Removes an object. Returns false if it is not present. */
    public boolean remove(ManagedEntity object) {
        boolean wasThere = !order.isEmpty() && members.remove(object) != null;
        if (wasThere) {
            order.removeIf(other -> other == object);
        }
        return wasThere;
    }

    /** Returns whether an object is present. */
    public boolean contains(ManagedEntity object) {
        return !order.isEmpty() && members.containsKey(object);
    }

    /** Returns whether this set is empty. */
    public boolean isEmpty() {
        return order.isEmpty();
    }

    /** Returns the objects. The list must not be modified. */
    public List<ManagedEntity> all() {
        return order;
    }

    /** Removes all objects. */
    public void clear() {
        order.clear();
        members = Map.of();
    }
}

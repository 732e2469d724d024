package dev.rubedo.orm.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one entity in a session, by primary key: each row is represented by one object. Keys of a single
 * integer are stored inline in an open-addressing table (linear probing, backward-shift deletion); all others are in an
 * ordinary hash map. References are strong; ADR 11 explains the cost of weak ones. Confined to one thread at a time, as
 * its session is.
 */
public final class IdentityMap {

    private static final int SMALLEST = 4;

    private long[] keys = {};
    private @Nullable ManagedEntity[] entities = {};
    private int inTable;
    private int shift;
    private @Nullable Map<Object, ManagedEntity> others;

    /** Creates an empty map. */
    public IdentityMap() {}

    /** Returns the object with this key, or null. */
    public @Nullable ManagedEntity get(long key) {
        if (inTable == 0) {
            return null;
        }
        int mask = entities.length - 1;
        for (int i = slot(key);; i = i + 1 & mask) {
            ManagedEntity entity = entities[i];
            if (entity == null || keys[i] == key) {
                return entity;
            }
        }
    }

    /** Returns the object with this key, or null. The key is in the normal form of its {@link KeyType}. */
    public @Nullable ManagedEntity get(Object key) {
        if (key instanceof Long number) {
            return get(number.longValue());
        }
        return others == null ? null : others.get(key);
    }

    /** Puts an object under its key, replacing any previous one. */
    public void put(long key, ManagedEntity entity) {
        if (isFullWith(1)) {
            grow(Math.max(SMALLEST, entities.length * 2));
        }
        int mask = entities.length - 1;
        int i = slot(key);
        while (entities[i] != null && keys[i] != key) {
            i = i + 1 & mask;
        }
        if (entities[i] == null) {
            inTable++;
        }
        keys[i] = key;
        entities[i] = entity;
    }

    /** Puts an object under its key in normal form, replacing any previous one. */
    public void put(Object key, ManagedEntity entity) {
        if (key instanceof Long number) {
            put(number.longValue(), entity);
        } else {
            if (others == null) {
                others = new HashMap<>();
            }
            others.put(key, entity);
        }
    }

    /** Removes this object if it is the one under this key. */
    public void remove(Object key, ManagedEntity entity) {
        if (key instanceof Long number) {
            remove(number.longValue(), entity);
        } else if (others != null) {
            others.remove(key, entity);
        }
    }

    private void remove(long key, ManagedEntity entity) {
        if (inTable == 0) {
            return;
        }
        int mask = entities.length - 1;
        int i = slot(key);
        while (entities[i] != null && keys[i] != key) {
            i = i + 1 & mask;
        }
        if (entities[i] != entity) {
            return;
        }
        inTable--;
        int hole = i;
        for (int next = hole + 1 & mask; entities[next] != null; next = next + 1 & mask) {
            int home = slot(keys[next]);
            if ((next - home & mask) >= (next - hole & mask)) {
                keys[hole] = keys[next];
                entities[hole] = entities[next];
                hole = next;
            }
        }
        entities[hole] = null;
    }

    /** Returns the number of objects. */
    public int size() {
        return inTable + (others == null ? 0 : others.size());
    }

    /** Returns the objects, in no particular order. */
    public List<ManagedEntity> all() {
        List<ManagedEntity> all = new ArrayList<>(size());
        for (ManagedEntity entity : entities) {
            if (entity != null) {
                all.add(entity);
            }
        }
        if (others != null) {
            all.addAll(others.values());
        }
        return all;
    }

    /** Performs an action for each object, in no particular order. */
    public void forEach(Consumer<ManagedEntity> action) {
        for (ManagedEntity entity : entities) {
            if (entity != null) {
                action.accept(entity);
            }
        }
        if (others != null) {
            others.values().forEach(action);
        }
    }

    /** Removes all objects. */
    public void clear() {
        keys = new long[0];
        entities = new ManagedEntity[0];
        inTable = 0;
        others = null;
    }

    /** Reserves capacity for this many additional objects. */
    public void reserve(int more) {
        int length = Math.max(SMALLEST, entities.length);
        while ((inTable + more) * 4L > length * 3L) {
            length *= 2;
        }
        if (length > entities.length) {
            grow(length);
        }
    }

    /**
     * Returns whether more than three quarters would be full. Consecutive keys are spread evenly, so that probing stays
     * short.
     */
    private boolean isFullWith(int more) {
        return (inTable + more) * 4 > entities.length * 3;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }

    private void grow(int length) {
        long[] oldKeys = keys;
        @Nullable ManagedEntity[] oldEntities = entities;
        keys = new long[length];
        entities = new ManagedEntity[length];
        shift = 64 - Integer.numberOfTrailingZeros(length);
        int mask = length - 1;
        for (int i = 0; i < oldEntities.length; i++) {
            ManagedEntity entity = oldEntities[i];
            if (entity != null) {
                int at = slot(oldKeys[i]);
                while (entities[at] != null) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                entities[at] = entity;
            }
        }
    }
}

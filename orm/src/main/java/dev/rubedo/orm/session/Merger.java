package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies the state of detached or foreign objects to the objects of a session. Used for one merge. Confined to one
 * thread at a time.
 */
final class Merger {

    private final UnitOfWork unit;
    private final FetchGraph fetch;
    private final Map<ManagedEntity, ManagedEntity> merged = new IdentityHashMap<>();
    // objects whose relationships are still to be followed: a queue, because a graph may be deeper than the stack
    private final Deque<ManagedEntity> open = new ArrayDeque<>();

    /** @param fetch how the row of the merged object itself is loaded */
    Merger(UnitOfWork unit, FetchGraph fetch) {
        this.unit = unit;
        this.fetch = fetch;
    }

    ManagedEntity merge(ManagedEntity root) {
        ManagedEntity result = copied(root);
        while (!open.isEmpty()) {
            ManagedEntity given = open.remove();
            ManagedEntity target = copied(given);
            for (RelationshipProperty relationship : unit.model().mapper(given).storedRelationships()) {
                if (relationship.cascades(Cascade.MERGE)) {
                    merge(given, target, relationship);
                }
            }
        }
        return result;
    }

    /** Returns this session's object for a given one, with its columns copied. Its relationships are copied later. */
    private ManagedEntity copied(ManagedEntity given) {
        ManagedEntity known = merged.get(given);
        if (known != null) {
            return known;
        }
        if (EntityInternals.context(given) == unit && !EntityInternals.isGone(given)) {
            merged.put(given, given);
            return given;
        }
        Mapper<?> mapper = unit.model().mapper(given);
        ManagedEntity target = find(mapper, given);
        boolean isNew = target == null;
        if (target == null) {
            target = mapper.create();
        }
        merged.put(given, target);
        if (!isNew) {
            requireSameVersion(mapper, given, target);
        }
        for (int attribute : mapper.columnAttributes()) {
            boolean isSet = EntityInternals.isTracked(given) ? !EntityInternals.isUnloaded(given, attribute)
                    : EntityInternals.isChanged(given, attribute);
            if (isSet && attribute != mapper.version() && !mapper.defaults().isComputed(attribute)
                    && !(mapper.isPrimaryKey(attribute) && !isNew)) {
                if (EntityInternals.isUnloaded(target, attribute) && !EntityInternals.isChanged(target, attribute)) {
                    // compared with its row, so that equal values are not written
                    EntityInternals.load(target, attribute);
                }
                EntityInternals.set(target, attribute, EntityInternals.get(given, attribute));
            }
        }
        if (isNew) {
            unit.cascades().add(target);
        }
        open.add(given);
        return target;
    }

    /**
     * Checks that the given object was read in the current version of its row, so that it does not overwrite a
     * concurrent change.
     */
    private static void requireSameVersion(Mapper<?> mapper, ManagedEntity given, ManagedEntity target) {
        int version = mapper.version();
        if (version < 0 || !EntityInternals.isTracked(given) || EntityInternals.isUnloaded(given, version)) {
            return;
        }
        if (EntityInternals.isUnloaded(target, version)) {
            EntityInternals.load(target, version);
        }
        Object read = EntityInternals.get(given, version);
        Object current = EntityInternals.get(target, version);
        if (!Objects.equals(read, current)) {
            throw new StaleDataException(mapper.name(), String.valueOf(mapper.key(target)),
                    EntityInternals.describe(given) + " cannot be merged: it was read with version " + read
                            + ", but has version " + current
                            + " now: it has been changed since. Load it again and repeat the change.");
        }
    }

    private @Nullable ManagedEntity find(Mapper<?> mapper, ManagedEntity given) {
        Object[] values = new Object[mapper.primaryKey().length];
        for (int i = 0; i < values.length; i++) {
            Object value = EntityInternals.get(given, mapper.primaryKey()[i]);
            if (value == null || EntityInternals.isMissing(given, mapper.primaryKey()[i])) {
                return null;
            }
            values[i] = value;
        }
        int shard = EntityInternals.shard(given);
        ManagedEntity known = unit.known(mapper, values, shard, List.of());
        return known != null ? known
                : unit.load(mapper, values, shard, merged.isEmpty() ? fetch : unit.plans().planner().usual(), false,
                        false, List.of());
    }

    private void merge(ManagedEntity given, ManagedEntity target, RelationshipProperty relationship) {
        int index = relationship.index();
        if (!relationship.isToMany()) {
            boolean isSet = EntityInternals.isTracked(given) ? !EntityInternals.isUnloaded(given, index)
                    : EntityInternals.isChanged(given, index);
            if (isSet) {
                Object value = EntityInternals.get(given, index);
                EntityInternals.set(target, index, value instanceof ManagedEntity one ? copied(one) : null);
            }
            return;
        }
        if (!(EntityInternals.get(given, index) instanceof RelatedCollection content) || !content.isLoaded()
                || EntityInternals.isOnlyRead(given, index, content)) {
            return;
        }
        RelatedCollection collection = EntityInternals.collection(target, index);
        // loaded before its objects are merged, so that each is found without a query
        List<ManagedEntity> current = collection.content();
        Set<Object> known = identities(current);
        Set<Object> wanted = identities(List.of());
        List<ManagedEntity> missing = new ArrayList<>();
        for (ManagedEntity item : content.known()) {
            if (!EntityInternals.isGone(item)) {
                ManagedEntity one = copied(item);
                if (wanted.add(one) && !known.contains(one)) {
                    missing.add(one);
                }
            }
        }
        collection.change(current.stream().filter(item -> !wanted.contains(item)).toList(), missing);
    }

    private static Set<Object> identities(Collection<?> objects) {
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(objects);
        return set;
    }
}

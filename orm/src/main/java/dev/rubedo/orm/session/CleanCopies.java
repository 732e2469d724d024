package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies unmodified objects that have a row to the objects of a session, without a statement: their state is considered
 * that of the row. Used for one merge. Confined to one thread at a time.
 */
final class CleanCopies {

    private final UnitOfWork unit;
    private final Map<ManagedEntity, ManagedEntity> copies = new IdentityHashMap<>();
    // objects whose relationships are still to be followed: a queue, because a graph may be deeper than the stack
    private final Deque<ManagedEntity> open = new ArrayDeque<>();

    CleanCopies(UnitOfWork unit) {
        this.unit = unit;
    }

    ManagedEntity of(ManagedEntity root) {
        ManagedEntity result = copy(root);
        while (!open.isEmpty()) {
            ManagedEntity given = open.remove();
            ManagedEntity target = copy(given);
            for (RelationshipProperty relationship : unit.model().mapper(given).relationships()) {
                if (relationship.cascades(Cascade.MERGE) && RelationshipLoader.isLoaded(given, relationship)) {
                    follow(given, target, relationship);
                }
            }
        }
        return result;
    }

    private ManagedEntity copy(ManagedEntity given) {
        ManagedEntity known = copies.get(given);
        if (known != null) {
            return known;
        }
        if (EntityInternals.context(given) == unit) {
            copies.put(given, given);
            return given;
        }
        requireClean(given);
        Mapper<?> mapper = unit.model().mapper(given);
        Object key = mapper.storedKey(given);
        ManagedEntity target = unit.find(mapper, key, EntityInternals.shard(given));
        if (target == null) {
            target = created(mapper, given, key);
        } else {
            for (int attribute : mapper.rowAttributes()) {
                if (!EntityInternals.isUnloaded(given, attribute) && !mapper.isPrimaryKey(attribute)) {
                    EntityInternals.flushed(target, attribute);
                    EntityInternals.put(target, attribute, EntityInternals.get(given, attribute));
                }
            }
        }
        copies.put(given, target);
        open.add(given);
        return target;
    }

    private static void requireClean(ManagedEntity given) {
        if (!EntityInternals.isTracked(given) || EntityInternals.isGone(given)) {
            throw new ObjectStateException(EntityInternals.describe(given)
                    + " has no row, so it cannot be merged without loading. Use merge(...).");
        }
        if (EntityInternals.isAnyChanged(given)) {
            throw new ObjectStateException(EntityInternals.describe(given)
                    + " has changes that are not in its row. Merge it with merge(...), which loads the row and compares.");
        }
    }

    private ManagedEntity created(Mapper<?> mapper, ManagedEntity given, Object key) {
        ManagedEntity target = mapper.create();
        long unloaded = 0;
        List<Integer> beyond = new ArrayList<>();
        for (int attribute = 0; attribute < mapper.definition().attributes().size(); attribute++) {
            if (isCollection(mapper, attribute)) {
                continue;
            }
            boolean isRow = !isRelationship(mapper, attribute);
            if (isRow && !EntityInternals.isUnloaded(given, attribute)) {
                EntityInternals.put(target, attribute, EntityInternals.get(given, attribute));
            } else if (attribute < Long.SIZE) {
                unloaded |= 1L << attribute;
            } else {
                beyond.add(attribute);
            }
        }
        unit.lifecycle().loadedAsPersistent(target, unloaded, beyond.stream().mapToInt(Integer::intValue).toArray());
        EntityInternals.shard(target, EntityInternals.shard(given));
        unit.identities(mapper, EntityInternals.shard(given)).put(key, target);
        return target;
    }

    private static boolean isCollection(Mapper<?> mapper, int attribute) {
        return isRelationship(mapper, attribute) && mapper.relationship(attribute).isToMany();
    }

    private static boolean isRelationship(Mapper<?> mapper, int attribute) {
        return mapper.definition().attribute(attribute) instanceof RelationshipDefinition;
    }

    private void follow(ManagedEntity given, ManagedEntity target, RelationshipProperty relationship) {
        int index = relationship.index();
        Object value = EntityInternals.get(given, index);
        if (value instanceof RelatedCollection content) {
            RelatedCollection collection = EntityInternals.collection(target, index);
            collection.expire();
            collection.fill(content.known().stream().map(this::copy).toList());
        } else {
            EntityInternals.flushed(target, index);
            EntityInternals.put(target, index, copied(value));
        }
    }

    private @Nullable ManagedEntity copied(@Nullable Object value) {
        return value instanceof ManagedEntity one ? copy(one) : null;
    }
}

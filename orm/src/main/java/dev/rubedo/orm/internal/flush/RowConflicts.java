package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.model.ForeignKeyProperty;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds conflicting rows. A new object with the primary key of a deleted one reuses its row (SQLAlchemy's row switch).
 * A unique value must be released by one row before another row gets it. Used for one flush. Confined to one thread at
 * a time.
 */
final class RowConflicts {

    /** A conflict: {@code earlier} has a unique value of these attributes that {@code later} gets. Immutable. */
    record Conflict(Mapper<?> mapper, int[] key, ManagedEntity earlier, ManagedEntity later) {}

    private final PendingWork work;
    private final List<ManagedEntity> inserts = new ArrayList<>();
    private final Map<ManagedEntity, ManagedEntity> replacements = new IdentityHashMap<>();
    private final RowChanges rows;
    private final List<Conflict> edges = new ArrayList<>();

    RowConflicts(PendingWork work, List<ManagedEntity> added, List<ManagedEntity> updates,
            List<ManagedEntity> deletes) {
        this.work = work;
        Set<ManagedEntity> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ManagedEntity> replacing = new ArrayList<>();
        for (ManagedEntity object : added) {
            ManagedEntity holder = holder(object);
            if (holder != null && isReplaceable(object) && replaced.add(holder)) {
                replacements.put(object, holder);
                replacing.add(object);
            } else {
                inserts.add(object);
            }
        }
        List<ManagedEntity> removed = deletes;
        if (!replaced.isEmpty()) {
            removed = new ArrayList<>(deletes);
            removed.removeIf(replaced::contains);
        }
        rows = RowChanges.of(work.model(), inserts, updates, replacing, removed, replacements);
        Set<Object> seen = new HashSet<>();
        for (Mapper<?> mapper : rows.mappers()) {
            if (rows.inserts(mapper).isEmpty() && rows.updates(mapper).isEmpty()
                    && rows.replacements(mapper).isEmpty()) {
                continue;
            }
            for (int[] key : mapper.uniqueKeys()) {
                Mapper<?> scope = scope(mapper, key);
                if (!mapper.hierarchy().isPolymorphic() || seen.add(List.of(scope, Arrays.toString(key)))) {
                    conflicts(scope, key);
                }
            }
        }
        if (!edges.isEmpty()) {
            readReferences();
        }
    }

    /** Returns the entity that declares the attributes of a key. Its subclasses share the values of the key. */
    private static Mapper<?> scope(Mapper<?> mapper, int[] key) {
        Mapper<?> scope = mapper;
        for (Mapper<?> parent = mapper.parent(); parent != null; parent = parent.parent()) {
            int count = parent.definition().attributes().size();
            if (Arrays.stream(key).allMatch(attribute -> attribute < count)) {
                scope = parent;
            }
        }
        return scope;
    }

    /** Returns the rows, with reused rows listed separately. */
    RowChanges rows() {
        return rows;
    }

    /** Returns the conflicts, which determine the order of rows; usually none. */
    List<Conflict> edges() {
        return edges;
    }

    /** Returns the object to be deleted whose primary key a new object has, or null. */
    private @Nullable ManagedEntity holder(ManagedEntity object) {
        Mapper<?> mapper = work.model().mapper(object);
        if (mapper.generated() >= 0 && EntityInternals.isMissing(object, mapper.generated())) {
            return null;
        }
        for (int attribute : mapper.primaryKey()) {
            if (isWaiting(mapper, object, attribute)) {
                return null;
            }
        }
        Object key = mapper.key(object);
        ManagedEntity holder = key == null ? null : work.find(mapper, key);
        if (holder == null || holder == object) {
            return null;
        }
        if (work.isDeleting(holder)) {
            return holder;
        }
        for (int attribute : mapper.primaryKey()) {
            if (EntityInternals.isChanged(holder, attribute)) {
                return null;
            }
        }
        throw new FlushException("New " + EntityInternals.describe(object)
                + " has the primary key of another object of this session. Give it a different key, or change that"
                + " object instead; merge(...) copies to it.");
    }

    /**
     * Returns whether a new object can reuse a row. Defaults that the database fills in an INSERT are not filled in an
     * UPDATE.
     */
    private boolean isReplaceable(ManagedEntity object) {
        Mapper<?> mapper = work.model().mapper(object);
        for (int attribute : mapper.defaults().filledOnInsert()) {
            if (!EntityInternals.isGiven(object, attribute, mapper.columnDefinition(attribute))) {
                return false;
            }
        }
        return true;
    }

    private void conflicts(Mapper<?> mapper, int[] key) {
        if (!isTaken(mapper, key)) {
            return;
        }
        Map<Object, ManagedEntity> freed = new HashMap<>();
        readReleased(mapper, key);
        for (ManagedEntity object : RowChanges.below(mapper, rows.deletes())) {
            loadExpired(object, key);
            put(freed, stored(object, key), object);
        }
        readOverwritten(mapper, key);
        for (ManagedEntity object : RowChanges.below(mapper, rows.updates())) {
            if (isAnyChanged(object, key)) {
                put(freed, stored(object, key), object);
            }
        }
        for (ManagedEntity object : RowChanges.below(mapper, rows.replacements())) {
            loadExpired(rows.replaced(object), key);
            put(freed, stored(rows.replaced(object), key), object);
        }
        if (freed.isEmpty()) {
            return;
        }
        for (ManagedEntity object : RowChanges.below(mapper, rows.inserts())) {
            take(mapper, freed, object, key);
        }
        for (ManagedEntity object : RowChanges.below(mapper, rows.replacements())) {
            take(mapper, freed, object, key);
        }
        for (ManagedEntity object : RowChanges.below(mapper, rows.updates())) {
            if (isAnyChanged(object, key)) {
                take(mapper, freed, object, key);
            }
        }
    }

    private boolean isTaken(Mapper<?> mapper, int[] key) {
        return !RowChanges.below(mapper, rows.replacements()).isEmpty()
                || RowChanges.below(mapper, rows.inserts()).stream().anyMatch(object -> current(object, key) != null)
                || RowChanges.below(mapper, rows.updates()).stream().anyMatch(object -> isAnyChanged(object, key));
    }

    /** Reads the unique values of deleted and replaced rows whose objects were changed without having been read. */
    private void readReleased(Mapper<?> mapper, int[] key) {
        List<ManagedEntity> unread = Stream
                .concat(RowChanges.below(mapper, rows.deletes()).stream(),
                        RowChanges.below(mapper, rows.replacements()).stream().map(rows::replaced))
                .filter(object -> isOverwrittenUnread(object, key)).toList();
        if (!unread.isEmpty()) {
            work.readBefore(mapper, unread, key);
        }
    }

    /** Reads the unique values that updated rows release, unless no other row can get them. */
    private void readOverwritten(Mapper<?> mapper, int[] key) {
        List<ManagedEntity> unread = RowChanges.below(mapper, rows.updates()).stream()
                .filter(object -> isOverwrittenUnread(object, key))
                .toList();
        boolean isAlone = unread.size() == 1 && RowChanges.below(mapper, rows.inserts()).isEmpty()
                && RowChanges.below(mapper, rows.replacements()).isEmpty()
                && RowChanges.below(mapper, rows.updates()).stream().filter(object -> isAnyChanged(object, key))
                        .count() == 1;
        if (!unread.isEmpty() && !isAlone) {
            work.readBefore(mapper, unread, key);
        }
    }

    /**
     * Reads the old references of rows, which are ordered individually: a row must be updated before the row that it
     * referred to is deleted.
     */
    private void readReferences() {
        for (Mapper<?> mapper : rows.mappers()) {
            for (ForeignKeyProperty foreignKey : mapper.foreignKeys()) {
                if (RowChanges.below(foreignKey.target(), rows.deletes()).isEmpty()) {
                    continue;
                }
                List<ManagedEntity> unread = Stream
                        .of(rows.updates(mapper), rows.deletes(mapper),
                                rows.replacements(mapper).stream().map(rows::replaced).toList())
                        .flatMap(List::stream)
                        .filter(object -> isOverwrittenUnread(object, foreignKey.attributes())).toList();
                if (!unread.isEmpty()) {
                    work.readBefore(mapper, unread, foreignKey.attributes());
                }
            }
        }
    }

    /** Loads the unique value that a row releases, if it is expired. */
    static void loadExpired(ManagedEntity object, int[] key) {
        for (int attribute : key) {
            if (EntityInternals.isUnloaded(object, attribute)) {
                EntityInternals.load(object, attribute);
            }
        }
    }

    private static void put(Map<Object, ManagedEntity> freed, @Nullable Object value, ManagedEntity object) {
        if (value != null) {
            freed.put(value, object);
        }
    }

    private void take(Mapper<?> mapper, Map<Object, ManagedEntity> freed, ManagedEntity object, int[] key) {
        for (int attribute : key) {
            if (isWaiting(mapper, object, attribute)) {
                return;
            }
        }
        Object value = current(object, key);
        ManagedEntity earlier = value == null ? null : freed.get(value);
        if (earlier != null && earlier != object) {
            edges.add(new Conflict(mapper, key, earlier, object));
        }
    }

    private static boolean isAnyChanged(ManagedEntity object, int[] attributes) {
        for (int attribute : attributes) {
            if (EntityInternals.isChanged(object, attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a foreign key depends on the generated key of another new object. */
    private static boolean isWaiting(Mapper<?> mapper, ManagedEntity object, int attribute) {
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            int[] local = relationship.local();
            for (int i = 0; i < local.length; i++) {
                if (local[i] == attribute
                        && EntityInternals.get(object, relationship.index()) instanceof ManagedEntity parent
                        && EntityInternals.lifecycle(parent) == LifecycleState.PENDING
                        && EntityInternals.isMissing(parent, relationship.remote()[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether any of these rows gets a foreign key that is known to refer to one of these targets. */
    static boolean refersToAny(List<ManagedEntity> inserts, ForeignKeyProperty foreignKey,
            List<List<ManagedEntity>> rows) {
        if (inserts.isEmpty()) {
            return false;
        }
        Map<Object, ManagedEntity> targets = new HashMap<>();
        for (List<ManagedEntity> some : rows) {
            for (ManagedEntity row : some) {
                Object key = current(row, foreignKey.attributes());
                if (key == null) {
                    continue;
                }
                if (targets.isEmpty()) {
                    inserts.forEach(target -> put(targets, current(target, foreignKey.targetAttributes()), target));
                    if (targets.isEmpty()) {
                        return false;
                    }
                }
                ManagedEntity target = targets.get(key);
                if (target != null && target != row) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether any of these attributes was changed. */
    static boolean changes(ManagedEntity object, int[] attributes) {
        return Arrays.stream(attributes).anyMatch(attribute -> EntityInternals.isChanged(object, attribute));
    }

    /** Returns the new values of a row in comparable form, or null if one is missing. */
    static @Nullable Object current(ManagedEntity object, int[] attributes) {
        List<Object> values = new ArrayList<>(attributes.length);
        for (int attribute : attributes) {
            Object value = EntityInternals.get(object, attribute);
            if (value == null || EntityInternals.isUnloaded(object, attribute)
                    || EntityInternals.isMissing(object, attribute)) {
                return null;
            }
            values.add(KeyType.collated(value));
        }
        return values;
    }

    /** Returns whether a value was changed whose old value is unknown. */
    static boolean isOverwrittenUnread(ManagedEntity object, int[] attributes) {
        for (int attribute : attributes) {
            if (EntityInternals.isOverwrittenUnread(object, attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the stored values of a row in comparable form, or null if one is missing or unknown. */
    static @Nullable Object stored(ManagedEntity object, int[] attributes) {
        List<Object> values = new ArrayList<>(attributes.length);
        for (int attribute : attributes) {
            Object value = EntityInternals.before(object, attribute);
            boolean isKnown = EntityInternals.isChanged(object, attribute)
                    || !EntityInternals.isUnloaded(object, attribute);
            if (value == null || value == EntityContext.UNKNOWN || !isKnown) {
                return null;
            }
            values.add(KeyType.collated(value));
        }
        return values;
    }
}

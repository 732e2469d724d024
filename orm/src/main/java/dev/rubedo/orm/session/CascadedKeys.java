package dev.rubedo.orm.session;

import dev.rubedo.orm.model.ForeignKeyProperty;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Copies a changed key to the foreign keys of the objects of a session, as the database did in their rows: those whose
 * foreign key is declared with {@code ON UPDATE CASCADE}. Confined to one thread at a time.
 */
final class CascadedKeys {

    private final UnitOfWork unit;
    private final ScopeJournal scope;

    CascadedKeys(UnitOfWork unit, ScopeJournal scope) {
        this.unit = unit;
        this.scope = scope;
    }

    /**
     * Updates the foreign keys that refer to an object after its attributes changed.
     *
     * @param before returns the value of an attribute before the change
     */
    void follow(Mapper<?> mapper, ManagedEntity entity, IntFunction<@Nullable Object> before) {
        if (!unit.model().hasCascadedKeys()) {
            return;
        }
        for (Mapper<?> other : unit.model().mappers()) {
            for (ForeignKeyProperty key : other.foreignKeys()) {
                if (mapper.isA(key.target()) && isChanged(entity, key, before) && isCascaded(other, key)) {
                    int shard = EntityInternals.shard(entity);
                    Change change = new Change(key.attributes(), values(key.targetAttributes(), before),
                            values(key.targetAttributes(), attribute -> EntityInternals.get(entity, attribute)));
                    apply(other, shard, change);
                    passOn(other, shard, change, new HashSet<>());
                }
            }
        }
    }

    private static boolean isChanged(ManagedEntity entity, ForeignKeyProperty key,
            IntFunction<@Nullable Object> before) {
        return Arrays.stream(key.targetAttributes()).anyMatch(
                attribute -> !Objects.equals(before.apply(attribute), EntityInternals.get(entity, attribute)));
    }

    static boolean isCascaded(Mapper<?> mapper, ForeignKeyProperty key) {
        List<String> columns = Arrays.stream(key.attributes()).mapToObj(one -> mapper.column(one).name()).toList();
        return mapper.tableOf(key.attributes()[0]).table().foreignKeys().stream()
                .filter(one -> one.updateAction() == ReferentialAction.CASCADE).map(ForeignKey::columnNames)
                .anyMatch(names -> Set.copyOf(names).equals(Set.copyOf(columns)));
    }

    /**
     * New values of a foreign key.
     *
     * @param attributes the attributes of the foreign key
     * @param before their values so far
     * @param after their new values
     */
    private record Change(int[] attributes, @Nullable Object[] before, @Nullable Object[] after) {

        /** Returns the same change for attributes that refer to these; null if they do not refer to all of them. */
        @Nullable
        Change of(ForeignKeyProperty key) {
            int[] own = new int[attributes.length];
            for (int i = 0; i < own.length; i++) {
                int position = -1;
                for (int j = 0; j < key.attributes().length; j++) {
                    position = key.targetAttributes()[j] == attributes[i] ? j : position;
                }
                if (position < 0) {
                    return null;
                }
                own[i] = key.attributes()[position];
            }
            return new Change(own, before, after);
        }
    }

    private static @Nullable Object[] values(int[] attributes, IntFunction<@Nullable Object> value) {
        @Nullable Object[] values = new Object[attributes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(attributes[i]);
        }
        return values;
    }

    /** Changes the objects of the session, and those that refer to them. */
    private void apply(Mapper<?> mapper, int shard, Change change) {
        List<ManagedEntity> found = new ArrayList<>();
        unit.identities(mapper, shard).forEach(child -> {
            if (EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT
                    && EntityInternals.definition(child).isA(mapper.definition()) && refers(child, change)) {
                found.add(child);
            }
        });
        found.forEach(child -> copy(mapper, child, change));
    }

    /**
     * Changes the objects that refer to rows whose objects the session does not have: the rows with the previous values
     * all changed.
     */
    private void passOn(Mapper<?> mapper, int shard, Change change, Set<ForeignKeyProperty> passedBy) {
        for (Mapper<?> other : unit.model().mappers()) {
            for (ForeignKeyProperty key : other.foreignKeys()) {
                Change passed = mapper.isA(key.target()) && isCascaded(other, key) ? change.of(key) : null;
                if (passed != null && passedBy.add(key)) {
                    apply(other, shard, passed);
                    passOn(other, shard, passed, passedBy);
                }
            }
        }
    }

    private static boolean refers(ManagedEntity child, Change change) {
        for (int i = 0; i < change.attributes.length; i++) {
            int attribute = change.attributes[i];
            Object target = change.before[i];
            Object own = EntityInternals.get(child, attribute);
            if (EntityInternals.isUnloaded(child, attribute) || EntityInternals.isChanged(child, attribute)
                    || target == null || own == null || !KeyType.isSame(own, target)) {
                return false;
            }
        }
        return true;
    }

    private void copy(Mapper<?> mapper, ManagedEntity child, Change change) {
        Map<Integer, @Nullable Object> before = new HashMap<>();
        boolean isKey = false;
        Object identity = mapper.storedKey(child);
        for (int i = 0; i < change.attributes.length; i++) {
            int attribute = change.attributes[i];
            before.put(attribute, EntityInternals.get(child, attribute));
            EntityInternals.put(child, attribute, change.after[i]);
            isKey |= mapper.isPrimaryKey(attribute);
        }
        Mapper<?> own = unit.model().mapper(child);
        if (isKey) {
            unit.identities(own, EntityInternals.shard(child)).remove(identity, child);
            unit.identities(own, EntityInternals.shard(child)).put(Objects.requireNonNull(own.key(child), "key"),
                    child);
            scope.rekeyed(child, identity);
        }
        follow(own, child, attribute -> before.containsKey(attribute) ? before.get(attribute)
                : EntityInternals.get(child, attribute));
    }
}

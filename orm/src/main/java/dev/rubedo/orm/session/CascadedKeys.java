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
    private final SessionTransaction.Scope scope;

    CascadedKeys(UnitOfWork unit, SessionTransaction.Scope scope) {
        this.unit = unit;
        this.scope = scope;
    }

    /**
     * Lets the foreign keys that refer to an object follow its changed attributes.
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
                    referring(other, key, EntityInternals.shard(entity), before)
                            .forEach(child -> copy(other, key, child, entity));
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

    private List<ManagedEntity> referring(Mapper<?> mapper, ForeignKeyProperty key, int shard,
            IntFunction<@Nullable Object> before) {
        List<ManagedEntity> found = new ArrayList<>();
        unit.identities(mapper, shard).forEach(child -> {
            if (EntityInternals.lifecycle(child) == LifecycleState.PERSISTENT
                    && EntityInternals.definition(child).isA(mapper.definition()) && refers(child, key, before)) {
                found.add(child);
            }
        });
        return found;
    }

    private static boolean refers(ManagedEntity child, ForeignKeyProperty key,
            IntFunction<@Nullable Object> before) {
        for (int i = 0; i < key.attributes().length; i++) {
            int attribute = key.attributes()[i];
            Object target = before.apply(key.targetAttributes()[i]);
            Object own = EntityInternals.get(child, attribute);
            if (EntityInternals.isUnloaded(child, attribute) || EntityInternals.isChanged(child, attribute)
                    || target == null || own == null || !KeyType.isSame(own, target)) {
                return false;
            }
        }
        return true;
    }

    private void copy(Mapper<?> mapper, ForeignKeyProperty key, ManagedEntity child, ManagedEntity entity) {
        Map<Integer, @Nullable Object> before = new HashMap<>();
        boolean isKey = false;
        Object identity = mapper.storedKey(child);
        for (int i = 0; i < key.attributes().length; i++) {
            int attribute = key.attributes()[i];
            before.put(attribute, EntityInternals.get(child, attribute));
            EntityInternals.put(child, attribute, EntityInternals.get(entity, key.targetAttributes()[i]));
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

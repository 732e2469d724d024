package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.ModelListeners;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Expires the attributes of objects, so that they are reloaded on next access. Confined to one thread at a time. */
final class Expiration {

    private final UnitOfWork unit;

    Expiration(UnitOfWork unit) {
        this.unit = unit;
    }

    void expire(ManagedEntity entity) {
        forget(entity);
        tell(entity, List.of());
    }

    private void tell(ManagedEntity entity, List<String> attributes) {
        ModelListeners listeners = unit.model().listeners();
        if (listeners.hasMapperListeners()) {
            listeners.fire(unit.model().mapper(entity), listener -> listener.expire(entity, attributes));
        }
    }

    private void forget(ManagedEntity entity) {
        Mapper<?> mapper = unit.model().mapper(entity);
        if (EntityInternals.isAnyChanged(entity)) {
            ObjectStates.takeKeyChangesBack(mapper, entity);
        }
        unit.pending().forgetChange(entity);
        EntityInternals.expire(entity, mapper.expiredBits());
        for (int attribute : mapper.expiredBeyond()) {
            EntityInternals.markUnloaded(entity, attribute);
        }
        for (int attribute : mapper.collections()) {
            if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection) {
                collection.expire();
            }
        }
    }

    /** Expires an object and the loaded objects that REFRESH_EXPIRE cascades to. */
    void expireWithRelated(ManagedEntity root) {
        Set<ManagedEntity> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<ManagedEntity> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            ManagedEntity entity = open.pop();
            if (EntityInternals.context(entity) != unit
                    || EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT || !seen.add(entity)) {
                continue;
            }
            for (RelationshipProperty relationship : unit.model().mapper(entity).relationships()) {
                if (relationship.cascades(Cascade.REFRESH_EXPIRE)) {
                    RelationshipLoader.current(entity, relationship).forEach(open::push);
                }
            }
            expire(entity);
        }
    }

    void expireAll() {
        unit.pending().forgetChanges();
        unit.forEachPersistent(this::expire);
    }

    void expire(ManagedEntity entity, int attribute) {
        Mapper<?> mapper = unit.model().mapper(entity);
        forget(mapper, entity, attribute);
        tell(entity, List.of(mapper.definition().attribute(attribute).name()));
    }

    private static void forget(Mapper<?> mapper, ManagedEntity entity, int attribute) {
        if (mapper.isPrimaryKey(attribute)) {
            ObjectStates.takeKeyChangesBack(mapper, entity);
            return;
        }
        if (EntityInternals.get(entity, attribute) instanceof RelatedCollection collection) {
            collection.expire();
            EntityInternals.flushed(entity, attribute);
        } else {
            EntityInternals.flushed(entity, attribute);
            EntityInternals.markUnloaded(entity, attribute);
        }
    }

    /** Expires the attributes whose value lives in other rows: collections and inverse one-to-ones. */
    void expireInverseSides(ManagedEntity entity) {
        for (RelationshipProperty relationship : unit.model().mapper(entity).relationships()) {
            if (relationship.kind() != Kind.MANY_TO_ONE && RelationshipLoader.isLoaded(entity, relationship)) {
                expire(entity, relationship.index());
            }
        }
    }
}

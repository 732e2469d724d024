package dev.rubedo.orm.session;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.orm.internal.loading.RelationshipLoader;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds the objects that a session's objects refer to, before a flush that the application requested. Such an object was
 * linked only from its own side, as by {@code new Order(customer)}, which adds nothing at that moment: it may be
 * incomplete, and an autoflush does not write it. Confined to one thread at a time.
 */
final class Reachability {

    /** A related object that an autoflush did not write. Immutable. */
    private record LeftBehind(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity object) {}

    private final UnitOfWork unit;
    private final List<LeftBehind> leftBehind = new ArrayList<>();

    Reachability(UnitOfWork unit) {
        this.unit = unit;
    }

    /** Remembers an object for the next flush that the application requests. */
    void leaveBehind(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity object) {
        boolean isKnown = leftBehind.stream().anyMatch(
                one -> one.object == object && one.owner == owner && one.relationship == relationship);
        if (!isKnown) {
            leftBehind.add(new LeftBehind(owner, relationship, object));
        }
    }

    void forgetAll() {
        leftBehind.clear();
    }

    /** Adds the objects that changed objects refer to, and those that earlier autoflushes left behind. */
    void addAll() {
        List<ManagedEntity> roots = new ArrayList<>(unit.pending().added());
        roots.addAll(unit.pending().changed());
        for (ManagedEntity root : roots) {
            for (RelationshipProperty relationship : unit.model().mapper(root).storedRelationships()) {
                // without an inverse side, an object gets into a relationship only by being added to it
                if (relationship.inverse() != null && relationship.cascades(Cascade.SAVE_UPDATE)) {
                    related(root, relationship).forEach(this::add);
                }
            }
        }
        List<LeftBehind> earlier = List.copyOf(leftBehind);
        leftBehind.clear();
        for (LeftBehind one : earlier) {
            if (isLost(one.object) && unit.pending().contains(one.owner)
                    && RelationshipLoader.current(one.owner, one.relationship).stream()
                            .anyMatch(other -> other == one.object)) {
                if (one.relationship.cascades(Cascade.SAVE_UPDATE)) {
                    add(one.object);
                } else {
                    unit.pending().notInSession(one.owner, one.relationship, one.object);
                }
            }
        }
    }

    private static List<ManagedEntity> related(ManagedEntity owner, RelationshipProperty relationship) {
        Object value = EntityInternals.get(owner, relationship.index());
        if (value instanceof RelatedCollection collection) {
            return collection.added();
        }
        return value instanceof ManagedEntity one && EntityInternals.isChanged(owner, relationship.index())
                ? List.of(one) : List.of();
    }

    private void add(ManagedEntity object) {
        if (isLost(object)) {
            unit.cascades().add(object);
        }
    }

    private static boolean isLost(ManagedEntity object) {
        LifecycleState state = EntityInternals.lifecycle(object);
        return !EntityInternals.isGone(object)
                && (state == LifecycleState.TRANSIENT || state == LifecycleState.DETACHED);
    }
}

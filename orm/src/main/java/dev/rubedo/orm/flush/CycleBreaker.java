package dev.rubedo.orm.flush;

import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushPlanner.Parent;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Orders the rows of entities that refer to each other (or to themselves), level by level: a level is written in batches. Where the rows
 * themselves form a circle, one nullable foreign key of it is left empty and written afterwards (on deletion: emptied before). A foreign key
 * whose relationship has no collection on the other side is preferred. Confined to one thread at a time.
 */
final class CycleBreaker {

    /** {@code later} must wait for {@code earlier} because of a relationship whose foreign key {@code holder} has. */
    private record Edge(ManagedEntity earlier, ManagedEntity later, RelationshipProperty relationship,
            ManagedEntity holder) {}

    private final List<FlushAction> actions;
    private final List<Mapper<?>> mappers;
    private final Map<Mapper<?>, List<ManagedEntity>> first;
    private final Map<Mapper<?>, List<ManagedEntity>> second;
    private final Map<ManagedEntity, List<Parent>> parents;
    private final Map<ManagedEntity, List<Edge>> followers = new IdentityHashMap<>();
    private final Map<ManagedEntity, Integer> waiting = new IdentityHashMap<>();
    private final Map<RelationshipProperty, List<ManagedEntity>> broken = new LinkedHashMap<>();

    CycleBreaker(List<FlushAction> actions, List<Mapper<?>> mappers, Map<Mapper<?>, List<ManagedEntity>> first,
            Map<Mapper<?>, List<ManagedEntity>> second, Map<ManagedEntity, List<Parent>> parents) {
        this.actions = actions;
        this.mappers = mappers;
        this.first = first;
        this.second = second;
        this.parents = parents;
    }

    /** Orders inserts (first) and updates (second). */
    void saves() {
        List<ManagedEntity> objects = objects();
        for (Mapper<?> mapper : mappers) {
            for (RelationshipProperty relationship : mapper.manyToOnes()) {
                for (Map<Mapper<?>, List<ManagedEntity>> group : List.of(first, second)) {
                    for (ManagedEntity child : group.getOrDefault(mapper, List.of())) {
                        boolean linked = EntityInternals.isChanged(child, relationship.index())
                                || EntityInternals.lifecycle(child) == LifecycleState.PENDING;
                        if (linked
                                && EntityInternals.get(child, relationship.index()) instanceof ManagedEntity parent) {
                            depend(parent, child, relationship);
                        }
                    }
                }
            }
        }
        for (ManagedEntity child : objects) {
            for (Parent parent : parents.getOrDefault(child, List.of())) {
                depend(parent.owner(), child, parent.relationship());
            }
        }
        for (List<ManagedEntity> level : levels(objects)) {
            for (Mapper<?> mapper : mappers) {
                List<ManagedEntity> changed = of(mapper, level, false);
                if (!changed.isEmpty()) {
                    actions.add(new FlushAction.Update(mapper, FlushOrder.byKey(mapper, changed)));
                }
                List<ManagedEntity> added = of(mapper, level, true);
                if (!added.isEmpty()) {
                    actions.add(new FlushAction.Insert(mapper, added));
                }
            }
        }
        broken.forEach((relationship, holders) -> actions.add(new FlushAction.PostUpdate(relationship, holders)));
    }

    private void depend(ManagedEntity parent, ManagedEntity child, RelationshipProperty relationship) {
        if (waiting.containsKey(parent) && EntityInternals.lifecycle(parent) == LifecycleState.PENDING) {
            boolean ownKeyIsKnown = parent == child && keyIsKnown(parent, relationship);
            if (!ownKeyIsKnown) {
                edge(new Edge(parent, child, relationship, child));
            }
        }
    }

    private static boolean keyIsKnown(ManagedEntity parent, RelationshipProperty relationship) {
        int[] key = relationship.kind() == Kind.MANY_TO_ONE ? relationship.remote() : relationship.local();
        for (int attribute : key) {
            if (EntityInternals.isMissing(parent, attribute)) {
                return false;
            }
        }
        return true;
    }

    /** Orders deletions (first). */
    void deletes() {
        List<ManagedEntity> objects = objects();
        Map<Mapper<?>, Map<Object, ManagedEntity>> byKey = new HashMap<>();
        for (Mapper<?> mapper : mappers) {
            Map<Object, ManagedEntity> keys = new HashMap<>();
            for (ManagedEntity object : first.getOrDefault(mapper, List.of())) {
                keys.put(mapper.storedKey(object), object);
            }
            byKey.put(mapper, keys);
        }
        for (Mapper<?> mapper : mappers) {
            for (RelationshipProperty relationship : mapper.manyToOnes()) {
                Map<Object, ManagedEntity> targets = byKey.get(relationship.target());
                if (targets == null || !relationship.leadsToKey()) {
                    continue;
                }
                for (ManagedEntity child : first.getOrDefault(mapper, List.of())) {
                    ManagedEntity parent = targets.get(storedReference(child, relationship));
                    if (parent != null && parent != child) {
                        edge(new Edge(child, parent, relationship, child));
                    }
                }
            }
        }
        int at = actions.size();
        for (List<ManagedEntity> level : levels(objects)) {
            for (Mapper<?> mapper : mappers) {
                List<ManagedEntity> removed = ofMapper(mapper, level);
                if (!removed.isEmpty()) {
                    actions.add(new FlushAction.Delete(mapper, FlushOrder.byKey(mapper, removed)));
                }
            }
        }
        List<FlushAction> before = new ArrayList<>();
        broken.forEach((relationship, holders) -> before.add(new FlushAction.PreUpdate(relationship, holders)));
        actions.addAll(at, before);
    }

    private static @Nullable Object storedReference(ManagedEntity child, RelationshipProperty relationship) {
        List<Object> values = new ArrayList<>();
        for (int attribute : relationship.local()) {
            Object value = EntityInternals.before(child, attribute);
            if (value == null || value == EntityContext.UNKNOWN) {
                return null;
            }
            values.add(Mapper.whole(value));
        }
        return values.size() == 1 ? values.get(0) : List.copyOf(values);
    }

    private List<ManagedEntity> objects() {
        List<ManagedEntity> objects = new ArrayList<>();
        for (Mapper<?> mapper : mappers) {
            objects.addAll(second.getOrDefault(mapper, List.of()));
            objects.addAll(first.getOrDefault(mapper, List.of()));
        }
        for (ManagedEntity object : objects) {
            waiting.put(object, 0);
        }
        return objects;
    }

    private void edge(Edge edge) {
        if (waiting.containsKey(edge.earlier) && waiting.containsKey(edge.later)) {
            followers.computeIfAbsent(edge.earlier, any -> new ArrayList<>()).add(edge);
            waiting.merge(edge.later, 1, Integer::sum);
        }
    }

    private List<List<ManagedEntity>> levels(List<ManagedEntity> objects) {
        List<List<ManagedEntity>> levels = new ArrayList<>();
        List<ManagedEntity> rest = new ArrayList<>(objects);
        while (!rest.isEmpty()) {
            List<ManagedEntity> level = new ArrayList<>();
            List<ManagedEntity> later = new ArrayList<>();
            for (ManagedEntity object : rest) {
                (waiting.getOrDefault(object, 0) == 0 ? level : later).add(object);
            }
            if (level.isEmpty()) {
                cut(rest);
                continue;
            }
            for (ManagedEntity object : level) {
                for (Edge edge : followers.getOrDefault(object, List.of())) {
                    waiting.merge(edge.later, -1, Integer::sum);
                }
                followers.remove(object);
            }
            levels.add(level);
            rest = later;
        }
        return levels;
    }

    /** Everything that is left waits for something that is left: find one circle and cut it. */
    private void cut(List<ManagedEntity> rest) {
        Map<ManagedEntity, Edge> cause = new IdentityHashMap<>();
        for (ManagedEntity object : rest) {
            for (Edge edge : followers.getOrDefault(object, List.of())) {
                cause.putIfAbsent(edge.later, edge);
            }
        }
        Map<ManagedEntity, Boolean> seen = new IdentityHashMap<>();
        ManagedEntity at = rest.get(0);
        while (seen.put(at, true) == null) {
            at = Objects.requireNonNull(cause.get(at)).earlier;
        }
        List<Edge> circle = new ArrayList<>();
        ManagedEntity start = at;
        do {
            Edge edge = Objects.requireNonNull(cause.get(at));
            circle.add(edge);
            at = edge.earlier;
        } while (at != start);
        Edge best = null;
        for (Edge edge : circle) {
            if (isNullable(edge) && (best == null || rank(edge) < rank(best))) {
                best = edge;
            }
        }
        if (best == null) {
            throw new FlushException("Rows depend on each other in a circle, and no foreign key in it may be null: "
                    + String.join(", ",
                            circle.stream().map(edge -> "\"" + edge.relationship + "\"").distinct().toList())
                    + ". Make one of these relationships @Nullable, so that it can be written afterwards.");
        }
        Objects.requireNonNull(followers.get(best.earlier)).remove(best);
        waiting.merge(best.later, -1, Integer::sum);
        broken.computeIfAbsent(best.relationship, any -> new ArrayList<>()).add(best.holder);
    }

    private static boolean isNullable(Edge edge) {
        boolean ownerHolds = edge.relationship.kind() == Kind.MANY_TO_ONE;
        Mapper<?> holder = ownerHolds ? edge.relationship.owner() : edge.relationship.target();
        for (int attribute : ownerHolds ? edge.relationship.local() : edge.relationship.remote()) {
            if (!holder.columnDefinition(attribute).isNullable()) {
                return false;
            }
        }
        return true;
    }

    private static int rank(Edge edge) {
        RelationshipProperty inverse = edge.relationship.inverse();
        return inverse != null && inverse.isToMany() ? 1 : 0;
    }

    private static List<ManagedEntity> of(Mapper<?> mapper, List<ManagedEntity> level, boolean isNew) {
        List<ManagedEntity> found = new ArrayList<>();
        for (ManagedEntity object : ofMapper(mapper, level)) {
            if ((EntityInternals.lifecycle(object) == LifecycleState.PENDING) == isNew) {
                found.add(object);
            }
        }
        return found;
    }

    private static List<ManagedEntity> ofMapper(Mapper<?> mapper, List<ManagedEntity> level) {
        List<ManagedEntity> found = new ArrayList<>();
        for (ManagedEntity object : level) {
            if (EntityInternals.definition(object) == mapper.definition()) {
                found.add(object);
            }
        }
        return found;
    }
}

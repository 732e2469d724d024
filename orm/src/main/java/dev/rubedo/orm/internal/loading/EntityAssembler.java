package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.RowCache;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.ExecutedQuery;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.LoadNode;
import dev.rubedo.orm.internal.query.LoadNode.Variant;
import dev.rubedo.orm.internal.query.LoadPlan;
import dev.rubedo.orm.internal.query.LoadPlan.EntityPart;
import dev.rubedo.orm.internal.query.LoadPlan.IntoPart;
import dev.rubedo.orm.internal.query.LoadPlan.Part;
import dev.rubedo.orm.internal.query.LoadPlan.ValuePart;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityMap;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.result.RowReader;
import dev.rubedo.sql.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Assembles objects from the rows of one statement by its plan. Each row yields one object, which is found in the
 * identity map or created and read by position. Attributes that are already loaded are kept, unless the statement
 * overwrites them. Used for one execution. Confined to one thread at a time.
 */
public final class EntityAssembler {

    private static final Object NULL = new Object();

    /**
     * After this many objects, capacity is reserved for as many as in the previous execution, but at most for this many
     * times the current number.
     */
    private static final int ROOM = 64;
    private static final int ROOM_FACTOR = 16;

    /** The state of one entity of the plan in this execution. */
    private static final class NodeState {
        final IdentityMap identities;
        @Nullable FetchGroup group;
        boolean groupIsResult;
        @Nullable List<ManagedEntity> parents;
        boolean hasRepeatedParents;
        final @Nullable List<Collected> collected;
        @Nullable ManagedEntity last;
        /** The most recently created object, which cannot have occurred before. */
        @Nullable ManagedEntity made;
        int count;
        int room = ROOM;

        NodeState(IdentityMap identities, LoadNode node) {
            this.identities = identities;
            parents = node.isLoadedFurther() ? new ArrayList<>() : null;
            collected = node.joined().isEmpty() ? null
                    : node.joined().stream().map(join -> new Collected()).toList();
        }
    }

    /**
     * The targets of one joined relationship by owner. The rows of an owner are usually adjacent; owners are looked up
     * only after one has reappeared.
     */
    private static final class Collected {
        final List<DistinctTargets> all = new ArrayList<>();
        private @Nullable Map<ManagedEntity, DistinctTargets> byOwner;
        private @Nullable DistinctTargets last;

        DistinctTargets of(ManagedEntity owner, boolean isNew) {
            DistinctTargets targets = last;
            if (targets == null || targets.owner != owner) {
                targets = isNew && byOwner == null ? added(owner) : found(owner);
                last = targets;
            }
            return targets;
        }

        private DistinctTargets added(ManagedEntity owner) {
            DistinctTargets targets = new DistinctTargets(owner);
            all.add(targets);
            return targets;
        }

        private DistinctTargets found(ManagedEntity owner) {
            if (byOwner == null) {
                byOwner = new IdentityHashMap<>();
                for (DistinctTargets known : all) {
                    byOwner.put(known.owner, known);
                }
            }
            return byOwner.computeIfAbsent(owner, this::added);
        }
    }

    private final LoadContext context;
    private final LoadPlan plan;
    private final Criteria criteria;
    private final @Nullable Set<ManagedEntity> overwritten;
    private final @Nullable ExecutedQuery query;
    private final @Nullable RowCache cache;
    private final @Nullable NodeState[] states;
    private final List<LoadNode> seen = new ArrayList<>();
    private int expected;

    /**
     * Creates an assembler for one execution.
     *
     * @param criteria the criteria of the statement, which apply to what is loaded for its objects later
     * @param overwrite whether loaded and changed attributes are reloaded
     * @param query the executed query, or null if relationships are not loaded by it
     * @param cache has the rows of the relationships that are loaded after the rows, or null for none
     */
    public EntityAssembler(LoadContext context, LoadPlan plan, Criteria criteria, boolean overwrite,
            @Nullable ExecutedQuery query, @Nullable RowCache cache) {
        this(context, plan, criteria, overwrite ? Collections.newSetFromMap(new IdentityHashMap<>()) : null, query,
                cache);
    }

    EntityAssembler(LoadContext context, LoadPlan plan, Criteria criteria, @Nullable Set<ManagedEntity> overwritten,
            @Nullable ExecutedQuery query, @Nullable RowCache cache) {
        this.context = context;
        this.plan = plan;
        this.criteria = criteria;
        this.overwritten = overwritten;
        this.query = query;
        this.cache = cache;
        this.states = new NodeState[plan.nodes()];
    }

    /**
     * Sets the expected number of rows, for which capacity is reserved at once.
     *
     * @param rows the number of rows of the previous execution, or 0 if unknown
     */
    void expect(int rows) {
        expected = rows;
    }

    /**
     * Returns the complete results of all rows and closes the reader.
     *
     * @param expected the number of results of the previous execution, or 0 if unknown
     */
    public List<@Nullable Object> all(RowReader rows, int expected) {
        ArrayList<@Nullable Object> results = new ArrayList<>();
        expect(expected);
        try {
            if (plan.hasCollections()) {
                unique(rows, results);
            } else if (plan.isSingle() && plan.parts().get(0) instanceof EntityPart entity) {
                entities(entity.node(), rows, results);
            } else {
                while (rows.next()) {
                    results.add(result(rows));
                }
            }
        } finally {
            rows.close();
        }
        finish();
        return results;
    }

    /**
     * Returns the complete results of the next rows, at most this many. The reader closes itself after the last row. For
     * a plan without joined collections, once for each assembler.
     */
    public List<@Nullable Object> some(RowReader rows, int most) {
        List<@Nullable Object> results = new ArrayList<>();
        while (results.size() < most && rows.next()) {
            results.add(result(rows));
        }
        finish();
        return results;
    }

    /**
     * Reads rows that each yield a distinct object. The list of results is also the list of objects of the load group.
     */
    @SuppressWarnings("unchecked")
    private void entities(LoadNode node, RowReader rows, ArrayList<@Nullable Object> results) {
        NodeState state = state(node);
        if (!node.isOptional()) {
            state.group = new FetchGroup(fetch(node), (List<ManagedEntity>) (List<?>) results);
            state.groupIsResult = true;
        }
        int room = ROOM;
        while (rows.next()) {
            if (results.size() == room) {
                room *= ROOM_FACTOR;
                results.ensureCapacity(Math.min(room, expected));
            }
            results.add(read(node, rows));
        }
    }

    /** Reserves capacity for the objects of a node each time their number grows, up to the expected number. */
    private void reserve(NodeState state) {
        int met = state.count;
        state.room *= ROOM_FACTOR;
        int more = Math.min(state.room, expected) - met;
        if (more > 0) {
            state.identities.reserve(more);
        }
    }

    private void unique(RowReader rows, List<@Nullable Object> results) {
        if (plan.isSingle() && plan.parts().get(0) instanceof EntityPart entity) {
            uniqueEntities(entity.node(), rows, results);
            return;
        }
        Set<Object> met = plan.isSingle() ? Collections.newSetFromMap(new IdentityHashMap<>())
                : new HashSet<>();
        while (rows.next()) {
            Object result = result(rows);
            Object key = result instanceof Row row && !plan.isSingle() ? identity(row) : result;
            if (key == null || met.add(key)) {
                results.add(result);
            }
        }
    }

    /** Objects are compared with all others only after one has reappeared that is not in the previous row. */
    private void uniqueEntities(LoadNode node, RowReader rows, List<@Nullable Object> results) {
        NodeState state = state(node);
        Set<@Nullable Object> met = null;
        ManagedEntity last = null;
        while (rows.next()) {
            ManagedEntity entity = read(node, rows);
            if (entity == null) {
                results.add(null);
                continue;
            }
            if (entity == last) {
                continue;
            }
            last = entity;
            if (met == null && entity != state.made) {
                met = Collections.newSetFromMap(new IdentityHashMap<>());
                met.addAll(results);
            }
            if (met == null || met.add(entity)) {
                results.add(entity);
            }
        }
    }

    /** Returns the result of the current row, which is complete only if the plan is row by row. */
    public @Nullable Object result(RowReader row) {
        if (plan.isSingle()) {
            return value(plan.parts().get(0), row);
        }
        @Nullable Object[] values = new Object[plan.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(plan.parts().get(i), row);
        }
        return plan.rows().row(values);
    }

    /** Returns the identity of a row for removing duplicates: entities by identity, values by equality. */
    private List<Object> identity(Row row) {
        int width = plan.rows().width();
        List<Object> key = new ArrayList<>(width);
        for (int position = 1; position <= width; position++) {
            Object value = row.get(position);
            key.add(value instanceof ManagedEntity entity ? new Same(entity) : value == null ? NULL : value);
        }
        return key;
    }

    /** Compares an entity by identity. Immutable. */
    private record Same(ManagedEntity entity) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.entity == entity;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(entity);
        }
    }

    private @Nullable Object value(Part part, RowReader row) {
        return switch (part) {
            case EntityPart entity -> read(entity.node(), row);
            case ValuePart value -> row.get(value.position());
            case IntoPart into -> {
                @Nullable Object[] values = new Object[into.parts().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(into.parts().get(i), row);
                }
                yield into.projection().builder().build(values);
            }
        };
    }

    private FetchGraph fetch(LoadNode node) {
        return plan.fetch(node).with(criteria);
    }

    private NodeState state(LoadNode node) {
        NodeState state = states[node.slot()];
        if (state == null) {
            state = new NodeState(context.identities(node.mapper()), node);
            states[node.slot()] = state;
            if (node.hasMore()) {
                seen.add(node);
            }
        }
        return state;
    }

    private @Nullable ManagedEntity read(LoadNode node, RowReader row) {
        NodeState state = state(node);
        IdentityMap identities = node.isUnion() ? ofClass(node, state, row) : state.identities;
        ManagedEntity entity;
        if (node.mapper().hasWholeKey()) {
            long key = row.getLong(node.keyPositions()[0]);
            if (node.isOptional() && row.wasNull()) {
                return null;
            }
            entity = identities.get(key);
            if (entity == null) {
                Variant variant = node.variant(row);
                entity = variant.mapper().create();
                if (variant.contiguousAt() > 0) {
                    EntityInternals.read(entity, key, row, variant.contiguousAt());
                } else {
                    readEach(variant, entity, row);
                }
                made(node, variant, state, entity);
                identities.put(key, entity);
            } else {
                meet(node, state, entity, row);
            }
        } else {
            Object key = node.mapper().keyType().of(row, node.keyPositions());
            if (key == null) {
                return null;
            }
            entity = identities.get(key);
            if (entity == null) {
                entity = make(node, state, row);
                identities.put(key, entity);
            } else {
                meet(node, state, entity, row);
            }
        }
        if (state.collected != null) {
            joined(node, state, entity, row);
        }
        return entity;
    }

    /** Returns the objects of the class of a row, of which several do not share an identity. */
    private IdentityMap ofClass(LoadNode node, NodeState state, RowReader row) {
        boolean isAbsent = node.isOptional() && row.get(node.keyPositions()[0]) == null;
        return isAbsent ? state.identities : context.identities(node.variant(row).mapper());
    }

    private ManagedEntity make(LoadNode node, NodeState state, RowReader row) {
        Variant variant = node.variant(row);
        ManagedEntity entity = variant.mapper().create();
        if (variant.contiguousAt() > 0) {
            EntityInternals.read(entity, row, variant.contiguousAt());
        } else {
            readEach(variant, entity, row);
        }
        made(node, variant, state, entity);
        return entity;
    }

    private static void readEach(Variant variant, ManagedEntity entity, RowReader row) {
        for (int i = 0; i < variant.attributes().length; i++) {
            EntityInternals.read(entity, variant.attributes()[i], row, variant.positions()[i]);
        }
    }

    private void made(LoadNode node, Variant variant, NodeState state, ManagedEntity entity) {
        context.loaded(entity, variant.unloadedBits(), variant.unloadedBeyond());
        if (overwritten != null) {
            overwritten.add(entity);
        }
        remember(node, state, entity);
        state.made = entity;
        if (++state.count == state.room) {
            reserve(state);
        }
        if (state.parents != null) {
            state.parents.add(entity);
        }
    }

    private void remember(LoadNode node, NodeState state, ManagedEntity entity) {
        if (state.group == null) {
            state.group = new FetchGroup(fetch(node));
        }
        if (!state.groupIsResult) {
            state.group.add(entity);
        }
        EntityInternals.group(entity, state.group);
    }

    /** Reads the attributes that an existing object lacks from its row. */
    private void meet(LoadNode node, NodeState state, ManagedEntity entity, RowReader row) {
        if (entity == state.last) {
            return;
        }
        state.last = entity;
        if (EntityInternals.lifecycle(entity) != LifecycleState.PERSISTENT) {
            return;
        }
        Variant variant = node.variant(row);
        // once in an execution, even if it is read again with other objects
        boolean overwrite = overwritten != null && overwritten.add(entity);
        if (EntityInternals.definition(entity) != variant.mapper().definition()) {
            throw new InvalidStatementException("The row of " + EntityInternals.describe(entity) + " is a \""
                    + variant.mapper().name()
                    + "\" now: its discriminator was changed. Detach the object and load it again.");
        }
        boolean lacks = overwrite;
        for (int i = 0; i < variant.attributes().length; i++) {
            int attribute = variant.attributes()[i];
            boolean unloaded = EntityInternals.isUnloaded(entity, attribute);
            lacks |= unloaded;
            if (overwrite && EntityInternals.isChanged(entity, attribute)) {
                EntityInternals.flushed(entity, attribute);
            }
            if (overwrite || unloaded && !EntityInternals.isChanged(entity, attribute)) {
                EntityInternals.read(entity, attribute, row, variant.positions()[i]);
            }
        }
        if (overwrite && variant.attributes().length < variant.mapper().rowAttributes().length) {
            unload(variant, entity);
        }
        if (lacks) {
            context.refreshed(entity, variant.attributes());
        }
        if (overwrite) {
            forgetRelationships(node, variant, entity);
        }
        boolean isElsewhere = state.group == null || EntityInternals.group(entity) != state.group;
        if (isElsewhere && (lacks || EntityInternals.group(entity) == null || fetch(node) != FetchGraph.DEFAULT)) {
            remember(node, state, entity);
        }
        if (state.parents != null) {
            state.hasRepeatedParents = true;
            state.parents.add(entity);
        }
    }

    /** Makes the relationships unloaded that are not read from the row, so that they are loaded again. */
    private static void forgetRelationships(LoadNode node, Variant variant, ManagedEntity entity) {
        for (RelationshipProperty relationship : variant.mapper().relationships()) {
            int index = relationship.index();
            if (!RelationshipLoader.isLoaded(entity, relationship)
                    || node.joined().stream().anyMatch(joined -> joined.relationship() == relationship)) {
                continue;
            }
            EntityInternals.flushed(entity, index);
            if (relationship.isToMany()) {
                EntityInternals.collection(entity, index).expire();
            } else {
                EntityInternals.markUnloaded(entity, index);
            }
        }
    }

    /** Leaves to the first access what a statement that overwrites did not read, because it may be out of date. */
    private static void unload(Variant variant, ManagedEntity entity) {
        Set<Integer> read = new HashSet<>();
        Arrays.stream(variant.attributes()).forEach(read::add);
        for (int attribute : variant.mapper().rowAttributes()) {
            if (!read.contains(attribute) && !EntityInternals.isChanged(entity, attribute)) {
                EntityInternals.markUnloaded(entity, attribute);
            }
        }
    }

    private void joined(LoadNode node, NodeState state, ManagedEntity entity, RowReader row) {
        List<Collected> collected = Objects.requireNonNull(state.collected);
        for (int i = 0; i < node.joined().size(); i++) {
            LoadNode.Joined join = node.joined().get(i);
            RelationshipProperty relationship = join.relationship();
            ManagedEntity target = read(join.target(), row);
            if (!relationship.isToMany()) {
                toOne(entity, relationship, target);
                continue;
            }
            DistinctTargets targets = collected.get(i).of(entity, entity == state.made);
            if (target != null) {
                targets.add(target);
            }
        }
    }

    private void toOne(ManagedEntity entity, RelationshipProperty relationship, @Nullable ManagedEntity target) {
        int index = relationship.index();
        if (EntityInternals.isUnloaded(entity, index)
                || overwritten != null && !EntityInternals.isChanged(entity, index)) {
            EntityInternals.put(entity, index, target);
            if (relationship.kind() != Kind.MANY_TO_ONE) {
                context.relationshipRead(entity);
            }
        }
        if (target != null) {
            pointBack(relationship, entity, target);
        }
    }

    /** Sets the inverse side in the targets of a loaded one-to-many or one-to-one. */
    static void pointBack(RelationshipProperty relationship, ManagedEntity owner, ManagedEntity target) {
        RelationshipProperty inverse = relationship.inverse();
        if (inverse != null && !inverse.isToMany() && EntityInternals.isUnloaded(target, inverse.index())) {
            EntityInternals.put(target, inverse.index(), owner);
        }
    }

    /** Fills collections and loads the relationships that are loaded after the rows. */
    public void finish() {
        fillCollections();
        if (hasSteps()) {
            LoadSteps steps = new LoadSteps();
            addSteps(steps);
            for (Runnable step = steps.next(); step != null; step = steps.next()) {
                step.run();
            }
        }
    }

    /** Does the same, but loads relationships together with the other steps of the query. */
    void finish(LoadSteps steps) {
        fillCollections();
        addSteps(steps);
    }

    private void fillCollections() {
        for (LoadNode node : seen) {
            NodeState state = state(node);
            for (int i = 0; i < node.joined().size(); i++) {
                RelationshipProperty relationship = node.joined().get(i).relationship();
                if (state.collected != null) {
                    state.collected.get(i).all
                            .forEach(targets -> fill(relationship, targets.owner, targets.all()));
                }
            }
        }
    }

    private boolean hasSteps() {
        for (LoadNode node : seen) {
            if (state(node).parents != null && !(node.columnsAfterRows().isEmpty() && node.afterRows().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private void addSteps(LoadSteps steps) {
        for (LoadNode node : seen) {
            NodeState state = state(node);
            if (state.parents != null) {
                List<ManagedEntity> parents = state.hasRepeatedParents
                        ? RelationshipLoader.distinct(state.parents) : state.parents;
                for (LoadNode.ColumnsAfterRows step : node.columnsAfterRows()) {
                    steps.add(() -> new AttributeLoader(context, cache).columns(step.mapper(), parents,
                            step.attributes()));
                }
                for (LoadNode.AfterRows step : node.afterRows()) {
                    steps.add(() -> afterRows(node, step, parents, steps));
                }
            }
        }
    }

    private void afterRows(LoadNode node, LoadNode.AfterRows step, List<ManagedEntity> parents, LoadSteps steps) {
        RelationshipProperty relationship = step.relationship();
        Mapper<?> owner = relationship.owner();
        boolean isOfAll = node.mapper().isA(owner);
        List<ManagedEntity> owners = isOfAll ? parents
                : parents.stream().filter(one -> EntityInternals.definition(one).isA(owner.definition())).toList();
        LoaderWork work = new LoaderWork(new RelationshipLoader(context, overwritten, cache, steps, owners),
                fetch(node).of(owner),
                query == null || !isOfAll ? null : new OwnerQuery(query, node));
        step.strategy().afterRows(work, owners, relationship);
    }

    private void fill(RelationshipProperty relationship, ManagedEntity owner, List<ManagedEntity> targets) {
        RelatedCollection collection = EntityInternals.collection(owner, relationship.index());
        if (overwritten != null && collection.isLoaded()) {
            collection.expire();
        }
        if (!collection.isLoaded()) {
            context.relationshipRead(owner);
            collection.fill(targets);
        }
        for (int i = 0; i < targets.size(); i++) {
            pointBack(relationship, owner, targets.get(i));
        }
    }
}

package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.RowCache;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.internal.query.ColumnFetch.Choice;
import dev.rubedo.orm.internal.query.EntityStatement;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.PreparedQuery;
import dev.rubedo.orm.metamodel.Deferral;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.result.RowReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads attributes on access: expired and deferred columns, relationships, and rows by key. A relationship is loaded
 * for all objects of the same result. The first expired row of a result is loaded alone, the second together with all
 * others, so that a loop never executes a statement per object. Confined to one thread at a time.
 */
public final class AttributeLoader {

    private final LoadContext context;
    private final RelationshipLoader relationships;
    private final @Nullable RowCache cache;

    /** Creates a loader for a session. */
    public AttributeLoader(LoadContext context) {
        this(context, null);
    }

    /**
     * Creates a loader for a session.
     *
     * @param cache has the rows of many objects, or null for none
     */
    AttributeLoader(LoadContext context, @Nullable RowCache cache) {
        this.context = context;
        this.cache = cache;
        this.relationships = new RelationshipLoader(context);
    }

    /**
     * Loads a column, formula or to-one attribute that the program accesses.
     *
     * @throws LazyLoadException if access to it is an error
     */
    public void touch(ManagedEntity entity, int attribute) {
        Mapper<?> mapper = context.model().mapper(entity);
        if (!(mapper.definition().attribute(attribute) instanceof RelationshipDefinition)
                && choice(entity, mapper, attribute) == Choice.RAISE) {
            String path = mapper.definition().constant() + "." + mapper.definition().attribute(attribute).name();
            throw new LazyLoadException("\"" + mapper.definition().attribute(attribute).name() + "\" of "
                    + EntityInternals.describe(entity)
                    + " is not loaded, and access to it is an error. Load it with the query: "
                    + ".options(undefer(" + path + ")).");
        }
        load(entity, attribute);
    }

    private Choice choice(ManagedEntity entity, Mapper<?> mapper, int attribute) {
        return fetch(entity).columns().of(attribute, mapper.definition().attribute(attribute));
    }

    /** Loads a column, formula or to-one attribute. */
    public void load(ManagedEntity entity, int attribute) {
        Mapper<?> mapper = context.model().mapper(entity);
        if (mapper.isPerQuery(attribute)) {
            EntityInternals.put(entity, attribute, null);
            return;
        }
        if (!(mapper.definition().attribute(attribute) instanceof RelationshipDefinition)) {
            columns(mapper, entity, attribute);
            return;
        }
        RelationshipProperty relationship = mapper.relationship(attribute);
        if (relationship.kind() == Kind.MANY_TO_ONE && fetch(entity).strategy(relationship).usesKnownTargets()) {
            requireColumns(entity, relationship);
            Object known = relationships.known(entity, relationship);
            if (known != EntityContext.UNKNOWN) {
                EntityInternals.put(entity, attribute, known);
                return;
            }
        }
        relationship(entity, relationship);
    }

    private void requireColumns(ManagedEntity entity, RelationshipProperty relationship) {
        for (int attribute : relationship.local()) {
            if (EntityInternals.isUnloaded(entity, attribute)) {
                load(entity, attribute);
            }
        }
    }

    /**
     * Returns the target of a to-one attribute if it can be determined cheaply. On either side of a one-to-one it is
     * loaded if necessary, because the old target may become an orphan and the old owner must be updated.
     */
    public @Nullable Object peek(ManagedEntity entity, int attribute, boolean mayLoad) {
        RelationshipProperty relationship = context.model().mapper(entity).relationship(attribute);
        boolean loads = mayLoad && EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT;
        if (relationship.kind() == Kind.MANY_TO_ONE) {
            RelationshipProperty inverse = relationship.inverse();
            boolean needsTarget = relationship.needsPreviousTarget();
            if (loads && (needsTarget || inverse != null && !inverse.isToMany())) {
                requireColumns(entity, relationship);
            }
            Object known = relationships.known(entity, relationship);
            if (known != EntityContext.UNKNOWN || !loads || !needsTarget) {
                return known;
            }
            // falls through to loading the row
        }
        if (!loads) {
            return EntityContext.UNKNOWN;
        }
        // without an autoflush: the application is in the middle of a change
        relationships.load(List.of(entity), relationship, fetch(entity).target(relationship));
        return EntityInternals.get(entity, attribute);
    }

    /** Asks the database whether the row of an object refers to an owner by a one-to-many. */
    public boolean refers(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item) {
        return relationships.refers(owner, relationship, item);
    }

    /** Loads a relationship by the strategy of the query that returned the object. */
    public void relationship(ManagedEntity owner, RelationshipProperty relationship) {
        FetchGraph fetch = fetch(owner);
        fetch.strategy(relationship).onTouch(new LoaderWork(relationships, fetch, null), owner, relationship);
    }

    private FetchGraph fetch(ManagedEntity entity) {
        return EntityInternals.group(entity) instanceof FetchGroup group
                ? group.fetch().of(context.model().mapper(entity)) : context.plans().planner().usual();
    }

    private void columns(Mapper<?> mapper, ManagedEntity entity, int attribute) {
        FetchGroup group = EntityInternals.group(entity) instanceof FetchGroup own ? own : null;
        List<Integer> wanted = together(mapper, entity, attribute);
        List<ManagedEntity> entities = new ArrayList<>();
        entities.add(entity);
        if (group != null && (isOfOtherTable(mapper, entity, attribute) || group.countRefresh() > 0)) {
            for (ManagedEntity member : group.others(entity)) {
                if (entities.size() == RelationshipLoader.COMPANIONS) {
                    break;
                }
                if (context.holds(member)
                        && EntityInternals.lifecycle(member) == LifecycleState.PERSISTENT
                        && EntityInternals.definition(member) == mapper.definition()
                        && EntityInternals.isUnloaded(member, attribute)) {
                    entities.add(member);
                }
            }
        }
        if (entities.size() == 1) {
            refresh(mapper, entity, wanted.stream().mapToInt(Integer::intValue).toArray(), false);
        } else {
            refreshAll(mapper, entities, wanted);
            if (EntityInternals.isUnloaded(entity, attribute)) {
                throw gone(entity);
            }
        }
    }

    /**
     * Returns the unloaded attributes that are loaded with one: all that are not deferred with one that is not deferred,
     * the group of a deferred one.
     */
    private List<Integer> together(Mapper<?> mapper, ManagedEntity entity, int attribute) {
        boolean isDeferred = choice(entity, mapper, attribute) != Choice.LOAD;
        Deferral deferral = mapper.definition().attribute(attribute).deferral();
        List<Integer> wanted = new ArrayList<>();
        for (int other : mapper.rowAttributes()) {
            if (other == attribute || EntityInternals.isUnloaded(entity, other) && (isDeferred
                    ? deferral != null && !deferral.group().isEmpty() && isInGroup(mapper, other, deferral.group())
                    : choice(entity, mapper, other) == Choice.LOAD && !mapper.isPerQuery(other))) {
                wanted.add(other);
            }
        }
        return wanted;
    }

    private static boolean isInGroup(Mapper<?> mapper, int attribute, String group) {
        Deferral deferral = mapper.definition().attribute(attribute).deferral();
        return deferral != null && deferral.group().equals(group);
    }

    /** Returns whether an attribute is in a table of a subclass that the query of a superclass did not read. */
    private static boolean isOfOtherTable(Mapper<?> mapper, ManagedEntity entity, int attribute) {
        return mapper.tables().size() > 1
                && !(mapper.definition().attribute(attribute) instanceof FormulaDefinition)
                && mapper.tableOf(attribute).slot() > 0
                && !EntityInternals.isUnloaded(entity, mapper.hierarchy().discriminator());
    }

    /** Loads columns of those of these objects that are of exactly one class and do not have them. */
    public void columns(Mapper<?> mapper, List<ManagedEntity> entities, List<Integer> attributes) {
        ObjectSet lacking = new ObjectSet();
        for (ManagedEntity entity : entities) {
            if (EntityInternals.definition(entity) == mapper.definition()
                    && EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT
                    && attributes.stream().anyMatch(attribute -> EntityInternals.isUnloaded(entity, attribute))) {
                lacking.add(entity);
            }
        }
        refreshAll(mapper, lacking.all(), attributes);
    }

    /**
     * Reloads columns of one row.
     *
     * @param overwrite whether unflushed changes are overwritten
     */
    public void refresh(Mapper<?> mapper, ManagedEntity entity, int[] attributes, boolean overwrite) {
        int[] columns = attributes;
        if (attributes.length == mapper.rowAttributes().length - mapper.primaryKey().length) {
            columns = mapper.rowAttributes();
        }
        int[] all = columns;
        LoadContext place = context.of(entity, mapper);
        PreparedQuery query = place.prepare(
                new EntityStatement.Columns(mapper, list(all), FetchGraph.DEFAULT.with(fetch(entity).criteria())));
        RowReader row = place.connection().prepared().query(query.statement(), query.with(keyValues(mapper, entity)));
        try {
            if (!row.next()) {
                throw gone(entity);
            }
            read(entity, all, row, 1, overwrite);
            context.refreshed(entity, all);
        } finally {
            row.close();
        }
    }

    private static EntityNotFoundException gone(ManagedEntity entity) {
        return new EntityNotFoundException(EntityInternals.definition(entity).name(), "The row of "
                + EntityInternals.describe(entity)
                + " no longer exists: it was deleted by another transaction or by a statement outside this session.");
    }

    private static void read(ManagedEntity entity, int[] attributes, RowReader row, int from, boolean overwrite) {
        for (int i = 0; i < attributes.length; i++) {
            int attribute = attributes[i];
            if (overwrite
                    || EntityInternals.isUnloaded(entity, attribute) && !EntityInternals.isChanged(entity, attribute)) {
                EntityInternals.flushed(entity, attribute);
                EntityInternals.read(entity, attribute, row, from + i);
            } else if (EntityInternals.isOverwrittenUnread(entity, attribute)) {
                EntityInternals.readBefore(entity, attribute, row, from + i);
            }
        }
    }

    /** Reads the old values of attributes that were changed while they were not loaded. The new values are kept. */
    public void readBefore(Mapper<?> mapper, List<ManagedEntity> entities, int[] attributes) {
        List<Integer> wanted = Arrays.stream(attributes).boxed().toList();
        refreshAll(mapper, entities, wanted);
    }

    private void refreshAll(Mapper<?> mapper, List<ManagedEntity> entities, List<Integer> wanted) {
        if (!context.isDistributed()) {
            refreshInLists(context, mapper, entities, wanted);
            return;
        }
        RelationshipLoader.byPlace(entities, entity -> context.of(entity, mapper))
                .forEach((place, some) -> refreshInLists(place, mapper, some, wanted));
    }

    private void refreshInLists(LoadContext place, Mapper<?> mapper, List<ManagedEntity> entities,
            List<Integer> wanted) {
        int size = entities.isEmpty() ? 1 : RelationshipLoader.keysPerList(place);
        for (int from = 0; from < entities.size(); from += size) {
            refreshMany(place, mapper, entities.subList(from, Math.min(from + size, entities.size())), wanted);
        }
    }

    private void refreshMany(LoadContext place, Mapper<?> mapper, List<ManagedEntity> entities, List<Integer> wanted) {
        int[] rest = wanted.stream().filter(attribute -> !mapper.isPrimaryKey(attribute)).mapToInt(Integer::intValue)
                .sorted().toArray();
        int width = mapper.primaryKey().length;
        List<Object[]> keys = new ArrayList<>();
        for (ManagedEntity entity : entities) {
            keys.add(keyValues(mapper, entity));
        }
        boolean isList = width == 1 || RelationshipLoader.hasRowLists(place);
        PreparedQuery query = place.prepare(new EntityStatement.ColumnsOfMany(mapper, list(rest),
                FetchGraph.DEFAULT.with(fetch(entities.get(0)).criteria()), isList ? 0 : keys.size()));
        RowReader row = place.connection().prepared().query(query.statement(),
                query.with(RelationshipLoader.parameters(keys, isList)), place.isReplica() ? null : cache);
        ObjectSet found = new ObjectSet();
        try {
            while (row.next()) {
                ManagedEntity entity = known(place, mapper, row, width);
                if (entity != null) {
                    read(entity, rest, row, width + 1, false);
                    context.refreshed(entity, rest);
                    found.add(entity);
                }
            }
        } finally {
            row.close();
        }
        if (mapper.keyType().isCollated()) {
            respelled(mapper, entities, found, rest);
        }
    }

    /** Reloads the objects whose rows have another spelling of the key, which only the database knows to be the same. */
    private void respelled(Mapper<?> mapper, List<ManagedEntity> entities, ObjectSet found, int[] attributes) {
        for (ManagedEntity entity : entities) {
            if (!found.contains(entity)) {
                try {
                    refresh(mapper, entity, attributes, false);
                } catch (EntityNotFoundException e) {
                    // reported for an object when it is accessed
                    continue;
                }
            }
        }
    }

    private static List<Integer> list(int[] attributes) {
        return Arrays.stream(attributes).boxed().toList();
    }

    private static @Nullable ManagedEntity known(LoadContext place, Mapper<?> mapper, RowReader row, int width) {
        Object key = mapper.keyType().of(row, RelationshipLoader.leading(width));
        return key == null ? null : place.identities(mapper).get(key);
    }

    private static Object[] keyValues(Mapper<?> mapper, ManagedEntity entity) {
        int[] key = mapper.primaryKey();
        Object[] values = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = Objects.requireNonNull(EntityInternals.before(entity, key[i]));
        }
        return values;
    }

    /**
     * Returns the object with this key, in the types of its columns, or null. Reads the row from the database of the
     * context even if the session has the object.
     */
    public @Nullable ManagedEntity get(Mapper<?> mapper, Object[] key, FetchGraph fetch, boolean lock,
            boolean overwrite) {
        PreparedQuery query = context.prepare(new EntityStatement.ByKey(mapper, fetch, lock));
        EntityAssembler assembler = new EntityAssembler(context, query.plan(), fetch.criteria(), overwrite, null,
                null);
        RowReader rows = context.connection().prepared().query(query.statement(), query.with(key));
        ManagedEntity found = null;
        try {
            if (query.plan().hasCollections()) {
                while (rows.next()) {
                    found = (ManagedEntity) assembler.result(rows);
                }
            } else if (rows.next()) {
                found = (ManagedEntity) assembler.result(rows);
            }
        } finally {
            rows.close();
        }
        assembler.finish();
        return found;
    }
}

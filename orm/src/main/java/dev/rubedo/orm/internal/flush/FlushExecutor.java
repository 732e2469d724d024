package dev.rubedo.orm.internal.flush;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.RowBinder;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.flush.FlushPlan.Parent;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.result.ParameterWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes a plan. Rows of the same shape are one batched statement, which is compiled once. Row counts are checked,
 * and generated keys are copied to the foreign keys that refer to them. Used for one flush. Confined to one thread at a
 * time.
 */
public final class FlushExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(FlushExecutor.class);
    private static final int[] NOTHING = {};

    /** A fixed order of shapes, so that two flushes of the same rows write them in the same order. */
    private static final Comparator<BitSet> BY_BITS = (one, other) -> Arrays.compare(one.toLongArray(),
            other.toLongArray());

    private final PlanCache plans;
    private final @Nullable FlushTargets targets;
    private @Nullable FlushTarget target;
    private @Nullable FlushAction current;
    private final Map<ManagedEntity, List<int[]>> deferred = new IdentityHashMap<>();
    private final List<ManagedEntity> keyed = new ArrayList<>();
    private final List<Renewed> renewed = new ArrayList<>(0);

    /**
     * A value that an UPDATE set although the program did not: an incremented version, or that of {@code @OnUpdate}.
     * Immutable.
     *
     * @param entity the object
     * @param attribute the attribute
     * @param before the previous value; {@link EntityContext#UNKNOWN} if it was not loaded
     * @param after the value that was set
     */
    public record Renewed(ManagedEntity entity, int attribute, @Nullable Object before, @Nullable Object after) {

        /** Restores the previous value, unless the program has set another one since. */
        public void undo() {
            if (!EntityInternals.isUnloaded(entity, attribute)
                    && Objects.equals(EntityInternals.get(entity, attribute), after)) {
                boolean wasUnloaded = before == EntityContext.UNKNOWN;
                EntityInternals.restore(entity, attribute, wasUnloaded ? after : before, wasUnloaded, false, null);
            }
        }
    }

    /** Creates an executor for one flush to one database. */
    public FlushExecutor(Connection connection, PlanCache plans) {
        this.plans = plans;
        this.targets = null;
        this.target = FlushTarget.of(connection, plans);
    }

    /** Creates an executor for one flush to several databases. */
    public FlushExecutor(PlanCache plans, FlushTargets targets) {
        this.plans = plans;
        this.targets = targets;
    }

    private FlushTarget target() {
        return Objects.requireNonNull(target, "target");
    }

    private Connection connection() {
        return target().connection();
    }

    private FlushStatements statements() {
        return target().statements();
    }

    /** Returns the new objects whose key was set by the application although the database generates it. */
    public List<ManagedEntity> keyed() {
        return keyed;
    }

    /** Returns the values that were set in addition to those of the program, in order. */
    public List<Renewed> renewed() {
        return renewed;
    }

    /** Executes the plan. */
    public void execute(FlushPlan plan) {
        for (FlushAction action : plan.actions()) {
            if (action instanceof FlushAction.Insert insert && insert.table().slot() == 0
                    && insert.table().mapper().generated() >= 0) {
                for (ManagedEntity object : insert.objects()) {
                    if (!EntityInternals.isMissing(object, insert.table().mapper().generated())) {
                        keyed.add(object);
                    }
                }
            }
            if (action instanceof FlushAction.PostUpdate post) {
                for (ManagedEntity object : post.objects()) {
                    deferred.computeIfAbsent(object, any -> new ArrayList<>(1)).add(post.foreignKey());
                }
            }
        }
        for (FlushAction action : plan.actions()) {
            if (targets == null) {
                execute(action, plan.parents());
            } else {
                if (action instanceof FlushAction.Insert insert) {
                    // the database of a row may depend on the objects that it refers to
                    insert.objects().forEach(object -> synchronize(mapper(insert.table(), object), object, true,
                            plan.parents()));
                }
                targets.split(action).forEach((connection, part) -> {
                    if (target == null || target.connection() != connection) {
                        target = FlushTarget.of(connection, plans);
                    }
                    execute(part, plan.parents());
                });
            }
        }
    }

    /** Returns an exception that names the entity and the attributes whose row the database refused. */
    public IntegrityException explained(IntegrityException e, Model model) {
        return current == null ? e : RefusedRow.of(model, current).explained(e);
    }

    private void execute(FlushAction action, Map<ManagedEntity, List<Parent>> parents) {
        current = action;
        switch (action) {
            case FlushAction.Insert insert -> insert(insert.table(), insert.objects(), parents);
            case FlushAction.Update update -> update(update.table(), update.objects(), parents);
            case FlushAction.Replace replace -> replace(replace, parents);
            case FlushAction.Delete delete -> delete(delete.table(), delete.objects());
            case FlushAction.PostUpdate post -> postUpdate(post, parents);
            case FlushAction.PreUpdate pre -> foreignKeyUpdate(pre.table(), pre.foreignKey(), pre.objects(), true);
            case FlushAction.Link link -> new LinkWriter(target()).link(link.relationship(), link.pairs());
            case FlushAction.Unlink unlink -> new LinkWriter(target()).unlink(unlink.relationship(), unlink.pairs());
        }
    }

    /** Copies the keys of the objects that this one refers to, whose rows are already inserted. */
    private void synchronize(Mapper<?> mapper, ManagedEntity object, boolean isNew,
            Map<ManagedEntity, List<Parent>> parents) {
        for (RelationshipProperty relationship : mapper.manyToOnes()) {
            if ((isNew || EntityInternals.isChanged(object, relationship.index()))
                    && EntityInternals.get(object, relationship.index()) instanceof ManagedEntity parent
                    && EntityInternals.context(parent) != null) {
                KeySynchronizer.copy(object, relationship.local(), parent, relationship.remote());
            }
        }
        if (!parents.isEmpty()) {
            for (Parent parent : parents.getOrDefault(object, List.of())) {
                KeySynchronizer.copy(object, parent.relationship().remote(), parent.owner(),
                        parent.relationship().local());
            }
        }
    }

    private static Mapper<?> mapper(EntityTable table, ManagedEntity object) {
        return table.mapper().hierarchy().mapper(object);
    }

    private void insert(EntityTable table, List<ManagedEntity> objects, Map<ManagedEntity, List<Parent>> parents) {
        for (ManagedEntity object : objects) {
            Mapper<?> mapper = mapper(table, object);
            synchronize(mapper, object, true, parents);
            if (table.slot() == 0) {
                begin(mapper, object);
            }
        }
        KeyPrecision.keep(table.mapper(), objects, connection().engine().codecs());
        int from = 0;
        while (from < objects.size()) {
            Mapper<?> mapper = mapper(table, objects.get(from));
            int[] attributes = mapper.attributes(table);
            BitSet shape = insertShape(mapper, attributes, objects.get(from));
            int to = from + 1;
            while (to < objects.size() && mapper(table, objects.get(to)) == mapper
                    && fits(mapper, attributes, objects.get(to), shape)) {
                to++;
            }
            insert(mapper, table, objects.subList(from, to), shape);
            from = to;
        }
    }

    /** Sets the first version and the discriminator of a new row. */
    private static void begin(Mapper<?> mapper, ManagedEntity object) {
        if (mapper.writtenVersion() >= 0) {
            EntityInternals.put(object, mapper.version(), Versions.first(mapper));
        }
        int discriminator = mapper.hierarchy().discriminator();
        if (discriminator >= 0 && mapper.definition().attribute(discriminator) instanceof ColumnDefinition) {
            EntityInternals.put(object, discriminator, mapper.definition().discriminatorValue());
        }
    }

    /**
     * Binds a value. A foreign key that is written by a later post-update is bound as NULL; the object keeps its value.
     */
    private void bind(ManagedEntity object, int attribute, ParameterWriter out) {
        if (!deferred.isEmpty()) {
            for (int[] foreignKey : deferred.getOrDefault(object, List.of())) {
                for (int one : foreignKey) {
                    if (one == attribute) {
                        out.setNull();
                        return;
                    }
                }
            }
        }
        EntityInternals.bind(object, attribute, out);
    }

    private static BitSet insertShape(Mapper<?> mapper, int[] attributes, ManagedEntity object) {
        BitSet shape = new BitSet();
        for (int attribute : attributes) {
            if (isInserted(mapper, object, attribute)) {
                shape.set(attribute);
            }
        }
        return shape;
    }

    private static boolean fits(Mapper<?> mapper, int[] attributes, ManagedEntity object, BitSet shape) {
        for (int attribute : attributes) {
            if (isInserted(mapper, object, attribute) != shape.get(attribute)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInserted(Mapper<?> mapper, ManagedEntity object, int attribute) {
        ColumnDefinition column = mapper.columnDefinition(attribute);
        if (column.isGenerated()) {
            return !EntityInternals.isMissing(object, attribute);
        }
        return !mapper.defaults().isFilledOnInsert(attribute) || attribute == mapper.writtenVersion()
                || !mapper.defaults().isComputed(attribute)
                        && EntityInternals.isGiven(object, attribute, column);
    }

    private void insert(Mapper<?> mapper, EntityTable table, List<ManagedEntity> objects, BitSet shape) {
        int[] attributes = mapper.inTableOrder(shape);
        int[] key = table.slot() == 0 ? NOTHING : mapper.primaryKey();
        int generated = mapper.generated();
        boolean keyComes = table.slot() == 0 && generated >= 0 && !shape.get(generated);
        int[] filled = Arrays.stream(mapper.defaults().filledOnInsert())
                .filter(attribute -> !shape.get(attribute) && mapper.tableOf(attribute) == table).toArray();
        // a batch of rows whose keys are set is not split into single rows only to read defaults
        boolean filledComes = target().returning() && filled.length > 0
                && (keyComes || target().ordered() || objects.size() == 1);
        CachedStatement statement = statements().insert(mapper, table, shape, keyComes, filledComes);
        RowBinder binder = (row, out) -> {
            ManagedEntity object = objects.get(row);
            for (int attribute : key) {
                EntityInternals.bind(object, attribute, out);
            }
            for (int attribute : attributes) {
                bind(object, attribute, out);
            }
        };
        if (keyComes || filledComes) {
            connection().prepared().insertRows(statement, objects.size(), binder, (row, in) -> {
                int at = 1;
                if (keyComes) {
                    EntityInternals.read(objects.get(row), generated, in, at++);
                }
                if (filledComes) {
                    for (int attribute : filled) {
                        EntityInternals.read(objects.get(row), attribute, in, at++);
                    }
                }
            });
        } else {
            target().run(statement, objects.size(), binder);
        }
        if (!filledComes) {
            leaveUnloaded(objects, filled);
        }
    }

    /** Marks as unloaded the attributes that the database filled but does not return. They are loaded on access. */
    private static void leaveUnloaded(List<ManagedEntity> objects, int[] filled) {
        for (int attribute : filled) {
            for (ManagedEntity object : objects) {
                EntityInternals.markUnloaded(object, attribute);
            }
        }
    }

    private void update(EntityTable table, List<ManagedEntity> objects, Map<ManagedEntity, List<Parent>> parents) {
        Map<Mapper<?>, Map<BitSet, List<ManagedEntity>>> groups = new LinkedHashMap<>();
        Map<BitSet, List<ManagedEntity>> shapes = Map.of();
        List<ManagedEntity> group = List.of();
        Mapper<?> last = null;
        BitSet lastShape = null;
        for (ManagedEntity object : objects) {
            Mapper<?> mapper = mapper(table, object);
            synchronize(mapper, object, false, parents);
            BitSet shape = changed(mapper, table, object);
            if (table.slot() == 0 && hasKey(mapper, shape)) {
                KeyPrecision.keep(mapper, List.of(object), connection().engine().codecs());
            }
            if (!shape.isEmpty() || raisesAlone(mapper, table)) {
                renew(mapper, table, object, shape);
            }
            if (mapper != last) {
                shapes = groups.computeIfAbsent(mapper, any -> new TreeMap<>(BY_BITS));
            }
            if (mapper != last || !shape.equals(lastShape)) {
                group = shapes.computeIfAbsent(shape, any -> new ArrayList<>());
            }
            group.add(object);
            last = mapper;
            lastShape = shape;
        }
        // rows of one step do not depend on each other: those that change the same columns are one batch, in the order
        // of their keys
        groups.forEach((mapper, byShape) -> byShape.forEach((shape, rows) -> {
            if (!shape.isEmpty() || raisesAlone(mapper, table)) {
                update(mapper, table, rows, shape);
            }
        }));
    }

    private static boolean hasKey(Mapper<?> mapper, BitSet shape) {
        for (int attribute : mapper.primaryKey()) {
            if (shape.get(attribute)) {
                return true;
            }
        }
        return false;
    }

    private BitSet changed(Mapper<?> mapper, EntityTable table, ManagedEntity object) {
        BitSet shape = new BitSet();
        for (int attribute : mapper.attributes(table)) {
            if (EntityInternals.isChanged(object, attribute)
                    && !mapper.defaults().isComputed(attribute)) {
                shape.set(attribute);
            }
        }
        if (!deferred.isEmpty()) {
            for (int[] foreignKey : deferred.getOrDefault(object, List.of())) {
                for (int attribute : foreignKey) {
                    shape.clear(attribute);
                }
            }
        }
        return shape;
    }

    /** Sets the attributes that get a new value in each UPDATE, unless the program set them. */
    private void renew(Mapper<?> mapper, EntityTable table, ManagedEntity object, BitSet shape) {
        for (int attribute : mapper.defaults().renewed()) {
            if (!shape.get(attribute) && mapper.tableOf(attribute) == table) {
                Object value = mapper.defaults().renew(attribute);
                renewed.add(new Renewed(object, attribute, EntityInternals.isUnloaded(object, attribute)
                        ? EntityContext.UNKNOWN : EntityInternals.get(object, attribute), value));
                EntityInternals.write(object, attribute, value);
                shape.set(attribute);
            }
        }
    }

    /** Marks the attributes as unloaded that the database filled in an UPDATE. They are loaded on access. */
    private static void leaveUnloaded(Mapper<?> mapper, EntityTable table, List<ManagedEntity> objects,
            BitSet written) {
        for (int attribute : mapper.defaults().filledOnUpdate()) {
            if (!written.get(attribute) && mapper.tableOf(attribute) == table) {
                objects.forEach(object -> EntityInternals.markUnloaded(object, attribute));
            }
        }
    }

    private static boolean isVersioned(Mapper<?> mapper, EntityTable table) {
        return mapper.version() >= 0 && table.slot() == 0;
    }

    /** Returns whether the version of an object is raised if only its other tables change. */
    private static boolean raisesAlone(Mapper<?> mapper, EntityTable table) {
        return isVersioned(mapper, table) && mapper.tables().size() > 1 && !mapper.hasServerVersion();
    }

    private void update(Mapper<?> mapper, EntityTable table, List<ManagedEntity> objects, BitSet changed) {
        int version = isVersioned(mapper, table) ? mapper.writtenVersion() : -1;
        BitSet shape = (BitSet) changed.clone();
        if (version >= 0) {
            shape.set(version);
        }
        int[] attributes = mapper.inTableOrder(shape);
        CachedStatement statement = statements().update(mapper, table, shape);
        Object[] versions = version < 0 ? new Object[0] : objects.stream()
                .map(object -> Versions.next(mapper, EntityInternals.get(object, version))).toArray();
        long[] counts = target().run(statement, objects.size(), (row, out) -> {
            ManagedEntity object = objects.get(row);
            for (int attribute : attributes) {
                if (attribute == version) {
                    out.set(versions[row]);
                } else {
                    bind(object, attribute, out);
                }
            }
            if (table.slot() == 0) {
                bindKey(mapper, table, object, out);
            } else {
                // the table of the root was updated before, and a changed key with it
                for (int key : mapper.primaryKey()) {
                    EntityInternals.bind(object, key, out);
                }
            }
        });
        for (int i = 0; i < counts.length; i++) {
            ManagedEntity object = objects.get(i);
            check(counts[i], mapper, object, "UPDATE");
            if (version >= 0) {
                Object before = EntityInternals.get(object, version);
                renewed.add(new Renewed(object, version, before, versions[i]));
                EntityInternals.put(object, version, versions[i]);
            }
        }
        leaveUnloaded(mapper, table, objects, shape);
    }

    private static void bindKey(Mapper<?> mapper, EntityTable table, ManagedEntity object, ParameterWriter out) {
        for (int key : mapper.primaryKey()) {
            if (EntityInternals.isTracked(object) && EntityInternals.isChanged(object, key)) {
                out.set(EntityInternals.before(object, key));
            } else {
                EntityInternals.bind(object, key, out);
            }
        }
        if (isVersioned(mapper, table)) {
            EntityInternals.bind(object, mapper.version(), out);
        }
    }

    private static void check(long count, Mapper<?> mapper, ManagedEntity object, String verb) {
        if (count != 1 && count != java.sql.Statement.SUCCESS_NO_INFO) {
            String key = String.valueOf(mapper.storedKey(object));
            throw new StaleDataException(mapper.name(), key, "The " + verb + " of " + EntityInternals.describe(object)
                    + " matched " + count
                    + " rows instead of 1: it was changed or deleted since it was loaded, by another transaction or by a statement of this one that"
                    + " the session did not see. Roll back, load it again and repeat the change.");
        }
    }

    /** Writes all columns except the key, so that the row keeps no values that the new object does not have. */
    private void replace(FlushAction.Replace replace, Map<ManagedEntity, List<Parent>> parents) {
        EntityTable table = replace.table();
        List<ManagedEntity> objects = replace.objects();
        Map<Mapper<?>, List<ManagedEntity>> byMapper = new LinkedHashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            ManagedEntity object = objects.get(i);
            Mapper<?> mapper = mapper(table, object);
            synchronize(mapper, object, true, parents);
            if (table.slot() == 0) {
                begin(mapper, object);
            }
            if (isVersioned(mapper, table)) {
                EntityInternals.put(object, mapper.version(),
                        EntityInternals.before(replace.replaced().get(i), mapper.version()));
            }
            byMapper.computeIfAbsent(mapper, any -> new ArrayList<>()).add(object);
        }
        byMapper.forEach((mapper, rows) -> {
            BitSet shape = new BitSet();
            for (int attribute : mapper.attributes(table)) {
                if (!mapper.isPrimaryKey(attribute) && attribute != mapper.version()
                        && !mapper.defaults().isComputed(attribute)) {
                    shape.set(attribute);
                }
            }
            if (!shape.isEmpty() || isVersioned(mapper, table) && !mapper.hasServerVersion()) {
                update(mapper, table, rows, shape);
            }
        });
    }

    private void postUpdate(FlushAction.PostUpdate post, Map<ManagedEntity, List<Parent>> parents) {
        for (ManagedEntity object : post.objects()) {
            synchronize(mapper(post.table(), object), object, true, parents);
        }
        foreignKeyUpdate(post.table(), post.foreignKey(), post.objects(), false);
    }

    private void foreignKeyUpdate(EntityTable table, int[] foreignKey, List<ManagedEntity> all, boolean empty) {
        BitSet keys = new BitSet();
        for (int attribute : foreignKey) {
            keys.set(attribute);
        }
        byMapper(table, all).forEach((mapper, objects) -> {
            BitSet shape = (BitSet) keys.clone();
            for (ManagedEntity object : objects) {
                renew(mapper, table, object, shape);
            }
            int[] attributes = mapper.inTableOrder(shape);
            CachedStatement statement = statements().foreignKeyUpdate(mapper, table, shape);
            long[] counts = target().run(statement, objects.size(), (row, out) -> {
                ManagedEntity object = objects.get(row);
                for (int attribute : attributes) {
                    if (empty && keys.get(attribute)) {
                        out.setNull();
                    } else {
                        EntityInternals.bind(object, attribute, out);
                    }
                }
                for (int key : mapper.primaryKey()) {
                    EntityInternals.bind(object, key, out);
                }
            });
            for (int i = 0; i < counts.length; i++) {
                check(counts[i], mapper, objects.get(i), "UPDATE");
            }
            leaveUnloaded(mapper, table, objects, shape);
        });
    }

    private static Map<Mapper<?>, List<ManagedEntity>> byMapper(EntityTable table, List<ManagedEntity> objects) {
        if (!table.mapper().hierarchy().isPolymorphic()) {
            return Map.of(table.mapper(), objects);
        }
        Map<Mapper<?>, List<ManagedEntity>> groups = new LinkedHashMap<>();
        objects.forEach(object -> groups.computeIfAbsent(mapper(table, object), any -> new ArrayList<>()).add(object));
        return groups;
    }

    private void delete(EntityTable table, List<ManagedEntity> all) {
        byMapper(table, all).forEach((mapper, objects) -> {
            CachedStatement statement = statements().delete(mapper, table);
            long[] counts = target().run(statement, objects.size(),
                    (row, out) -> bindKey(mapper, table, objects.get(row), out));
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0 && mapper.version() < 0) {
                    LOG.warn("The DELETE of {} matched no row: it was already deleted.",
                            EntityInternals.describe(objects.get(i)));
                } else {
                    check(counts[i], mapper, objects.get(i), "DELETE");
                }
            }
        });
    }
}

package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.PreparedExecution;
import dev.rubedo.engine.RowCache;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.query.EntityStatement;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.PreparedQuery;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.orm.state.EntityContext;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.orm.state.RelatedCollection;
import dev.rubedo.result.RowReader;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads relationships, for one object or for many with {@code IN}. Targets that are in the identity map need no
 * statement. Confined to one thread at a time.
 */
public final class RelationshipLoader {

    /** The maximum number of objects that are loaded together on access, as in SQLAlchemy. */
    static final int COMPANIONS = 500;
    /** The number of keys per statement that suits the database. */
    private static final int USUAL = 0;
    private static final int[] FIRST = {1};

    private final LoadContext context;
    private final @Nullable Set<ManagedEntity> overwritten;
    private final @Nullable RowCache cache;
    private final @Nullable LoadSteps steps;
    private final @Nullable List<ManagedEntity> distinct;

    /** Creates a loader for a session. */
    public RelationshipLoader(LoadContext context) {
        this(context, null, null);
    }

    /**
     * Creates a loader for a session.
     *
     * @param overwritten the objects that were reloaded already, or null if loaded attributes of targets are kept
     * @param cache has the rows, or null for none
     */
    RelationshipLoader(LoadContext context, @Nullable Set<ManagedEntity> overwritten, @Nullable RowCache cache) {
        this(context, overwritten, cache, null, null);
    }

    /**
     * Creates a loader for a session.
     *
     * @param steps receives what is to be loaded for targets; null to load it immediately
     * @param distinct a list of owners that is known to have no duplicates, or null
     */
    RelationshipLoader(LoadContext context, @Nullable Set<ManagedEntity> overwritten, @Nullable RowCache cache,
            @Nullable LoadSteps steps, @Nullable List<ManagedEntity> distinct) {
        this.steps = steps;
        this.context = context;
        this.distinct = distinct;
        this.overwritten = overwritten;
        this.cache = context.isReplica() ? null : cache;
    }

    LoadContext context() {
        return context;
    }

    /** Returns the cache that has the rows, or null for none. */
    @Nullable
    RowCache cache() {
        return cache;
    }

    /** Returns a loader like this one that reads the rows of a cache. */
    RelationshipLoader with(RowCache other) {
        return new RelationshipLoader(context, overwritten, other, steps, null);
    }

    /** Returns the objects that were reloaded already, or null if loaded attributes of targets are kept. */
    @Nullable
    Set<ManagedEntity> overwritten() {
        return overwritten;
    }

    /**
     * Loads a relationship for those of these objects in which it is not loaded. {@code fetch} defines how its targets
     * are loaded. The list may contain an object several times, as a result with several rows of it does.
     */
    public void load(List<ManagedEntity> owners, RelationshipProperty relationship, FetchGraph fetch) {
        load(owners, relationship, fetch, USUAL, this::byKeys);
    }

    /** Loads a relationship like {@link #load}, with at most this many keys in a statement. */
    void load(List<ManagedEntity> owners, RelationshipProperty relationship, FetchGraph fetch, int chunk) {
        load(owners, relationship, fetch, chunk, this::byKeys);
    }

    /** Loads a relationship like {@link #load}, by a certain kind of query. */
    void load(List<ManagedEntity> owners, RelationshipProperty relationship, FetchGraph fetch, int chunk,
            TargetQuery query) {
        List<ManagedEntity> waiting = lacking(owners, relationship);
        if (!context.isDistributed()) {
            loadHere(waiting, relationship, fetch, chunk, query);
            return;
        }
        byPlace(waiting, owner -> context.of(owner, relationship)).forEach((place, some) -> {
            RelationshipLoader loader = new RelationshipLoader(place, overwritten, cache, steps, null);
            loader.loadHere(some, relationship, fetch, chunk, loader::byKeys);
        });
    }

    @SuppressWarnings("ReferenceEquality") // only this very list is known to be distinct
    private List<ManagedEntity> lacking(List<ManagedEntity> owners, RelationshipProperty relationship) {
        List<ManagedEntity> lacking = new ArrayList<>(owners.size());
        for (ManagedEntity owner : owners) {
            if (hasRow(owner, relationship) && !isLoaded(owner, relationship)) {
                lacking.add(owner);
            }
        }
        return owners == distinct ? lacking : distinct(lacking);
    }

    /** Returns the distinct objects, in the same order. */
    static List<ManagedEntity> distinct(List<ManagedEntity> objects) {
        if (objects.size() < 2) {
            return objects;
        }
        ObjectSet set = new ObjectSet();
        objects.forEach(set::add);
        return set.all();
    }

    /** Groups objects by the context in which rows that belong to them are loaded. */
    static Map<LoadContext, List<ManagedEntity>> byPlace(List<ManagedEntity> owners,
            Function<ManagedEntity, LoadContext> place) {
        Map<LoadContext, List<ManagedEntity>> groups = new LinkedHashMap<>();
        for (ManagedEntity owner : owners) {
            groups.computeIfAbsent(place.apply(owner), any -> new ArrayList<>()).add(owner);
        }
        return groups;
    }

    private void loadHere(List<ManagedEntity> waiting, RelationshipProperty relationship, FetchGraph fetch, int most,
            TargetQuery query) {
        int chunk = most == USUAL ? keysPerList(context) : most;
        if (relationship.kind() == Kind.MANY_TO_ONE && !relationship.isByOwner()) {
            manyToOne(waiting, relationship, fetch, chunk, query);
            return;
        }
        if (most == USUAL && waiting.size() > chunk && hasIntegerKeys(relationship)) {
            DistinctTargets[] range = range(waiting, relationship);
            if (range != null) {
                byRange(range, relationship, fetch);
                return;
            }
        }
        for (int from = 0; from < waiting.size(); from += chunk) {
            toMany(waiting.subList(from, Math.min(from + chunk, waiting.size())), relationship, fetch, query);
        }
    }

    /** Returns the number of keys that one list should have. */
    static int keysPerList(LoadContext context) {
        return context.connection().engine().backend().keysPerList();
    }

    /** Returns whether owners are identified by the integers that their targets refer to. */
    private static boolean hasIntegerKeys(RelationshipProperty relationship) {
        return relationship.hasWholeKey()
                && Arrays.equals(relationship.ownerKey(), relationship.owner().primaryKey());
    }

    /**
     * Returns the slots for the targets of owners in the order of their keys, or null unless the keys are consecutive
     * integers. Owners are distinct, and so are their keys.
     */
    private static DistinctTargets @Nullable [] range(List<ManagedEntity> owners, RelationshipProperty relationship) {
        long[] keys = new long[owners.size()];
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < keys.length; i++) {
            long key = (Long) relationship.key().stored(owners.get(i));
            keys[i] = key;
            least = Math.min(least, key);
            greatest = Math.max(greatest, key);
        }
        if (greatest - least != keys.length - 1L) {
            return null;
        }
        DistinctTargets[] range = new DistinctTargets[keys.length];
        for (int i = 0; i < keys.length; i++) {
            range[(int) (keys[i] - least)] = new DistinctTargets(owners.get(i));
        }
        return range;
    }

    /**
     * Returns whether an object can have targets. An object whose row is deleted still refers to others, but no row
     * refers to it.
     */
    private static boolean hasRow(ManagedEntity owner, RelationshipProperty relationship) {
        return switch (EntityInternals.lifecycle(owner)) {
            case PERSISTENT -> true;
            case DELETED -> relationship.kind() == Kind.MANY_TO_ONE;
            case TRANSIENT, PENDING, DETACHED -> false;
        };
    }

    /** Returns whether a relationship of an object is loaded. */
    public static boolean isLoaded(ManagedEntity owner, RelationshipProperty relationship) {
        if (!relationship.isToMany()) {
            return !EntityInternals.isUnloaded(owner, relationship.index());
        }
        return EntityInternals.get(owner, relationship.index()) instanceof RelatedCollection collection
                && collection.isLoaded();
    }

    /** Returns the known targets of a relationship of an object, without loading anything. */
    public static List<ManagedEntity> current(ManagedEntity owner, RelationshipProperty relationship) {
        Object value = EntityInternals.get(owner, relationship.index());
        if (value instanceof RelatedCollection collection) {
            return collection.known();
        }
        return value instanceof ManagedEntity one && !EntityInternals.isUnloaded(owner, relationship.index())
                ? List.of(one) : List.of();
    }

    /** Returns the target of a many-to-one if that needs no statement. */
    public @Nullable Object known(ManagedEntity owner, RelationshipProperty relationship) {
        for (int attribute : relationship.local()) {
            if (EntityInternals.isUnloaded(owner, attribute)) {
                return EntityContext.UNKNOWN;
            }
        }
        Object key = relationship.key().of(owner);
        if (key == null) {
            return null;
        }
        if (relationship.leadsToKey()) {
            ManagedEntity target = context.of(owner, relationship).identities(relationship.target()).get(key);
            if (target != null) {
                return target;
            }
        }
        return EntityContext.UNKNOWN;
    }

    /**
     * Returns whether the row of an object may refer to an owner by a one-to-many, judging by what is known of its
     * foreign key. Keys that only a collation considers equal may.
     */
    public static boolean mayRefer(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item) {
        return isReference(owner, relationship, item, false);
    }

    /** Returns the result of {@link #mayRefer} for keys that are compared in their exact spelling. */
    public static boolean mayReferExactly(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item) {
        return isReference(owner, relationship, item, true);
    }

    private static boolean isReference(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item,
            boolean exactly) {
        int[] foreignKey = relationship.remote();
        for (int i = 0; i < foreignKey.length; i++) {
            boolean isWritten = EntityInternals.isChanged(item, foreignKey[i]);
            Object reference = EntityInternals.before(item, foreignKey[i]);
            if (reference == EntityContext.UNKNOWN || !isWritten && EntityInternals.isUnloaded(item, foreignKey[i])) {
                continue;
            }
            Object key = EntityInternals.before(owner, relationship.local()[i]);
            if (reference == null || key == null || !KeyType.isSame(reference, key)
                    && (exactly || !KeyType.collated(reference).equals(KeyType.collated(key)))) {
                return false;
            }
        }
        return true;
    }

    /** Asks the database whether the row of an object refers to an owner by a one-to-many. */
    boolean refers(ManagedEntity owner, RelationshipProperty relationship, ManagedEntity item) {
        Mapper<?> mapper = relationship.target();
        EntityTable table = mapper.tableOf(relationship.remote()[0]);
        Select<?> select = Sql.select(Sql.literalColumn("1", Types.INTEGER)).from(table.table());
        int[] key = mapper.primaryKey();
        for (int i = 0; i < key.length; i++) {
            select = select.where(equal(table.key().get(i), EntityInternals.before(item, key[i])));
        }
        for (int i = 0; i < relationship.remote().length; i++) {
            select = select.where(equal(mapper.column(relationship.remote()[i]),
                    EntityInternals.before(owner, relationship.local()[i])));
        }
        return context.of(item, mapper).connection().exists(select);
    }

    @SuppressWarnings("unchecked")
    private static <T> Condition equal(Column<T> column, @Nullable Object value) {
        return column.eq((T) Objects.requireNonNull(value));
    }

    private void manyToOne(List<ManagedEntity> owners, RelationshipProperty relationship, FetchGraph fetch,
            int size, TargetQuery query) {
        Map<Object, List<ManagedEntity>> missing = new LinkedHashMap<>();
        for (ManagedEntity owner : owners) {
            for (int attribute : relationship.local()) {
                if (EntityInternals.isUnloaded(owner, attribute)) {
                    context.load(owner, attribute);
                }
            }
            Object target = known(owner, relationship);
            if (target != EntityContext.UNKNOWN) {
                EntityInternals.put(owner, relationship.index(), target);
            } else {
                Object key = Objects.requireNonNull(relationship.key().of(owner));
                missing.computeIfAbsent(key, any -> new ArrayList<>()).add(owner);
            }
        }
        List<Object> keys = new ArrayList<>(missing.keySet());
        for (int from = 0; from < keys.size(); from += size) {
            List<Object> chunk = keys.subList(from, Math.min(from + size, keys.size()));
            Map<Object, ManagedEntity> found = new LinkedHashMap<>();
            EntityAssembler targets = query.run(relationship, fetch, chunk,
                    (key, target) -> found.put(key == null ? chunk.get(0) : key, target));
            respelled(relationship, fetch, chunk, found);
            for (Object key : chunk) {
                for (ManagedEntity owner : missing.getOrDefault(key, List.of())) {
                    EntityInternals.put(owner, relationship.index(), found.get(key));
                }
            }
            finish(targets);
        }
    }

    /**
     * Finds the targets of keys that no row has in this spelling, but that the database may consider equal to the key
     * of a row. A row does not show which of them it matches, so each is looked up separately if there is such a row.
     */
    private void respelled(RelationshipProperty relationship, FetchGraph fetch, List<Object> keys,
            Map<Object, ManagedEntity> found) {
        List<Object> left = keys.stream().filter(key -> !found.containsKey(key)).toList();
        boolean isStrange = found.size() > keys.size() - left.size();
        if (left.isEmpty() || keys.size() == 1 || !isStrange && !relationship.key().isCollated()) {
            return;
        }
        if (!isStrange && left.size() > 1) {
            List<ManagedEntity> rows = new ArrayList<>();
            byKeys(relationship, fetch, left, (key, target) -> rows.add(target)).finish();
            if (rows.isEmpty()) {
                return;
            }
        }
        for (Object key : left) {
            byKeys(relationship, fetch, List.of(key), (none, target) -> found.put(key, target)).finish();
        }
    }

    private void toMany(List<ManagedEntity> owners, RelationshipProperty relationship, FetchGraph fetch,
            TargetQuery query) {
        List<DistinctTargets> waiting = new ArrayList<>(owners.size());
        Map<Object, DistinctTargets> byKey = LinkedHashMap.newLinkedHashMap(owners.size());
        for (ManagedEntity owner : owners) {
            DistinctTargets one = new DistinctTargets(owner);
            waiting.add(one);
            byKey.put(relationship.key().stored(owner), one);
        }
        DistinctTargets only = waiting.size() == 1 ? waiting.get(0) : null;
        List<Object> strange = new ArrayList<>();
        EntityAssembler rest = query.run(relationship, fetch, new ArrayList<>(byKey.keySet()), (key, target) -> {
            DistinctTargets owner = only != null ? only : byKey.get(key);
            if (owner != null) {
                owner.add(target);
            } else if (key != null) {
                strange.add(key);
            }
        });
        if (!strange.isEmpty()) {
            rest.finish();
            owners.forEach(owner -> toMany(List.of(owner), relationship, fetch, this::byKeys));
            return;
        }
        waiting.forEach(one -> deliver(one, relationship));
        finish(rest);
    }

    /** Loads the relationships of the targets, or leaves that to the steps of the query. */
    private void finish(EntityAssembler targets) {
        if (steps == null) {
            targets.finish();
        } else {
            targets.finish(steps);
        }
    }

    /** Assigns the loaded targets to an owner. */
    private void deliver(DistinctTargets read, RelationshipProperty relationship) {
        ManagedEntity owner = read.owner;
        List<ManagedEntity> content = read.all();
        context.relationshipRead(owner);
        if (relationship.isToMany()) {
            EntityInternals.collection(owner, relationship.index()).fill(content);
        } else {
            EntityInternals.put(owner, relationship.index(), content.isEmpty() ? null : content.get(0));
        }
        for (int i = 0; i < content.size(); i++) {
            EntityAssembler.pointBack(relationship, owner, content.get(i));
        }
    }

    /**
     * Accepts one target with the key that it was found by, or null if only one key was requested. A key that was not
     * requested is one that the database considers equal, such as a string with different case. In that case each owner
     * is loaded separately.
     */
    interface Sink {
        void found(@Nullable Object key, ManagedEntity target);
    }

    /**
     * A way to query the targets of owners with these keys. Relationships of the targets are loaded when the returned
     * assembler is finished, after the owners have their targets, so that cycles of mappings end.
     */
    interface TargetQuery {
        EntityAssembler run(RelationshipProperty relationship, FetchGraph fetch, List<Object> keys, Sink sink);
    }

    private EntityAssembler byKeys(RelationshipProperty relationship, FetchGraph fetch, List<Object> keys, Sink sink) {
        boolean one = keys.size() == 1;
        int width = relationship.ownerKey().length;
        int[] leading = leading(width);
        List<Object[]> converted = new ArrayList<>(keys.size());
        for (Object key : keys) {
            converted.add(relationship.key().values(key));
        }
        boolean isList = width == 1 || hasRowLists(context);
        EntityStatement statement = one ? new EntityStatement.RelatedOfOne(relationship, fetch)
                : new EntityStatement.RelatedOfMany(relationship, fetch, isList ? 0 : keys.size());
        PreparedExecution prepared = context.connection().prepared();
        PreparedQuery query = context.prepare(statement);
        @Nullable Object[] values = query.with(one ? converted.get(0) : parameters(converted, isList));
        EntityAssembler assembler = new EntityAssembler(context, query.plan(), fetch.criteria(), overwritten, null,
                cache);
        RowReader rows = prepared.query(query.statement(), values, cache);
        read(rows, assembler,
                target -> sink.found(one ? null : Objects.requireNonNull(relationship.key().of(rows, leading)),
                        target));
        return assembler;
    }

    /** Loads the targets of owners whose keys have no gaps, however many there are. */
    private void byRange(DistinctTargets[] range, RelationshipProperty relationship, FetchGraph fetch) {
        long least = (Long) relationship.key().stored(range[0].owner);
        PreparedQuery query = context.prepare(new EntityStatement.RelatedOfRange(relationship, fetch));
        EntityAssembler assembler = new EntityAssembler(context, query.plan(), fetch.criteria(), overwritten, null,
                cache);
        CachedStatement statement = query.statement();
        long greatest = least + range.length - 1;
        RowReader rows = context.connection().prepared().query(statement,
                query.with(relationship.key().values(least)[0], relationship.key().values(greatest)[0]), cache);
        assembler.expect(statement.lastRows());
        read(rows, assembler, target -> range[(int) (rows.getLong(1) - least)].add(target));
        statement.lastRows((int) rows.rowsRead());
        for (DistinctTargets one : range) {
            deliver(one, relationship);
        }
        finish(assembler);
    }

    /** Reads all rows, each of which has a target. */
    static void read(RowReader rows, EntityAssembler assembler, Consumer<ManagedEntity> sink) {
        try {
            while (rows.next()) {
                ManagedEntity target = (ManagedEntity) assembler.result(rows);
                if (target != null) {
                    sink.accept(target);
                }
            }
        } finally {
            rows.close();
        }
    }

    /** Returns the positions of the first columns of a row, in which a key is. */
    static int[] leading(int width) {
        return width == 1 ? FIRST : IntStream.rangeClosed(1, width).toArray();
    }

    /**
     * Returns whether the database can compare lists of rows, so that keys of several columns are a single parameter,
     * like those of one column.
     */
    static boolean hasRowLists(LoadContext context) {
        return context.connection().engine().dialect().supports(Feature.TUPLE_IN);
    }

    /** Returns keys as parameters: one list of values or of rows of values, or each part of each key. */
    static Object[] parameters(List<Object[]> keys, boolean isList) {
        if (!isList) {
            return keys.stream().flatMap(Arrays::stream).toArray();
        }
        List<Object> list = new ArrayList<>(keys.size());
        for (Object[] key : keys) {
            list.add(key.length == 1 ? key[0] : List.of(key));
        }
        return new Object[]{list};
    }
}

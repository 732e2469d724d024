package dev.rubedo.orm;

import dev.rubedo.engine.RowCache;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.FromCacheOption;
import dev.rubedo.orm.internal.query.LoaderStrategy;
import dev.rubedo.orm.internal.query.LoadingOption;
import dev.rubedo.orm.internal.query.OtherRelationshipsOption;
import dev.rubedo.orm.internal.query.PlacementOption;
import dev.rubedo.orm.internal.query.PopulateExistingOption;
import dev.rubedo.orm.internal.query.SynchronizeOption;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.ToMany;
import dev.rubedo.orm.metamodel.ToOne;
import dev.rubedo.orm.query.JoinedOption;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.query.RecursiveOption;
import dev.rubedo.orm.query.SelectInOption;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Options;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.StatementOption;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entry point of the ORM, for static import: everything in {@link Sql}, and the loader options of queries.
 * Stateless and thread-safe.
 */
public class Orm extends Sql {

    /** For subclasses only; there are no instances. */
    protected Orm() {}

    /** Loads a relationship right after its owners, with one additional statement for all of them. */
    public static <E, T> SelectInOption<E, T> selectIn(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.SELECT_IN);
    }

    /** Loads a relationship right after its owners, with one additional statement for all of them. */
    public static <E, T> SelectInOption<E, T> selectIn(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.SELECT_IN);
    }

    /** Loads a relationship by a join in the same statement. The rows of one owner become one result. */
    public static <E, T> JoinedOption<E, T> joined(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.JOINED);
    }

    /** Loads a relationship by a join in the same statement. */
    public static <E, T> JoinedOption<E, T> joined(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.JOINED);
    }

    /** Loads a relationship on first access, for all objects of the same result at once. */
    public static <E, T> LoaderOption<E, T> batch(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.BATCH);
    }

    /** Loads a relationship on first access, for all objects of the same result at once. */
    public static <E, T> LoaderOption<E, T> batch(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.BATCH);
    }

    /** Loads a relationship on first access, for that object alone. */
    public static <E, T> LoaderOption<E, T> lazy(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.LAZY);
    }

    /** Loads a relationship on first access, for that object alone. */
    public static <E, T> LoaderOption<E, T> lazy(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.LAZY);
    }

    /**
     * Loads a relationship right after its owners, with one additional statement that contains their query as a
     * subquery. Owners that were themselves loaded by their keys are found by the keys, as by {@link #selectIn}.
     */
    public static <E, T> LoaderOption<E, T> subquery(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.SUBQUERY);
    }

    /**
     * Loads a relationship right after its owners, with one additional statement that contains their query as a
     * subquery. Owners that were themselves loaded by their keys are found by the keys, as by {@link #selectIn}.
     */
    public static <E, T> LoaderOption<E, T> subquery(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.SUBQUERY);
    }

    /**
     * Reads a relationship from rows that the statement itself joins, for example with conditions on them: {@code
     * select(USER).join(USER.addresses).options(containsEager(USER.addresses))}. If the join has an alias, use {@code
     * USER.addresses.to(alias)} here too. Each owner is returned once, with those targets that the rows have.
     */
    public static <E, T> LoaderOption<E, T> containsEager(ToMany<E, T> relationship) {
        return LoadingOption.contained(relationship);
    }

    /**
     * Reads a relationship from rows that the statement itself joins. If the join has an alias, use {@code
     * ADDRESS.user.to(alias)} here too.
     */
    public static <E, T> LoaderOption<E, T> containsEager(ToOne<E, T> relationship) {
        return LoadingOption.contained(relationship);
    }

    /** Loads a relationship right after its owners, with one statement for each owner. */
    public static <E, T> RecursiveOption<E, T> immediate(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.IMMEDIATE);
    }

    /**
     * Loads a relationship right after its owners, with one statement for each target that the session does not have.
     */
    public static <E, T> RecursiveOption<E, T> immediate(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.IMMEDIATE);
    }

    /** Makes access to this relationship an error if it is not loaded. */
    public static <E, T> LoaderOption<E, T> raise(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.RAISE);
    }

    /** Makes access to this relationship an error if it is not loaded, even if the session has the target. */
    public static <E, T> LoaderOption<E, T> raise(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.RAISE);
    }

    /** Makes access to this relationship an error if it requires a statement, as every unloaded collection does. */
    public static <E, T> LoaderOption<E, T> raiseOnSql(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.RAISE_ON_SQL);
    }

    /** Makes access to this relationship an error if it requires a statement. A target that the session has is returned. */
    public static <E, T> LoaderOption<E, T> raiseOnSql(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.RAISE_ON_SQL);
    }

    /** Leaves this collection empty instead of loading it. Objects that are added to it are saved. */
    public static <E, T> LoaderOption<E, T> noLoad(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.NO_LOAD);
    }

    /** Leaves this relationship null instead of loading it. A target that is set is saved. */
    public static <E, T> LoaderOption<E, T> noLoad(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, LoaderStrategy.NO_LOAD);
    }

    /**
     * Loads all relationships that no other option names by this strategy instead of the mapped one, wherever the
     * statement loads entities and in everything that is loaded from there.
     */
    public static StatementOption loadAll(Loading strategy) {
        return new OtherRelationshipsOption(LoaderStrategy.of(strategy));
    }

    /** Loads all relationships of an entity that no other option names by this strategy instead of the mapped one. */
    public static <E> LoaderOption<E, E> loadAll(EntityPath<E> entity, Loading strategy) {
        return LoadingOption.ofOthers(entity, LoaderStrategy.of(strategy));
    }

    /**
     * Makes access to relationships that no other option loads an error: the statement must load everything that is
     * used. Applies wherever the statement loads entities and to everything that is loaded from there.
     */
    public static StatementOption raiseAll() {
        return loadAll(Loading.RAISE);
    }

    /** Makes access to the relationships of an entity that no other option loads an error. */
    public static <E> LoaderOption<E, E> raiseAll(EntityPath<E> entity) {
        return loadAll(entity, Loading.RAISE);
    }

    /** Keeps the mapped loading of this relationship, so that options for its target can follow. */
    public static <E, T> LoaderOption<E, T> through(ToMany<E, T> relationship) {
        return LoadingOption.of(relationship, null);
    }

    /** Keeps the mapped loading of this relationship, so that options for its target can follow. */
    public static <E, T> LoaderOption<E, T> through(ToOne<E, T> relationship) {
        return LoadingOption.of(relationship, null);
    }

    /**
     * Loads the attributes of these subclasses in the statement that reads a superclass, by left joins of their tables.
     *
     * @param entity the superclass
     * @param subclasses the query models of subclasses, of which only the entities matter; none for all subclasses
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> withPolymorphic(EntityPath<E> entity, EntityPath<? extends E>... subclasses) {
        return LoadingOption.subclasses(Loading.JOINED, entity, subclasses);
    }

    /**
     * Loads the attributes of these subclasses right after the statement that reads a superclass, with one additional
     * statement for each.
     *
     * @param entity the superclass
     * @param subclasses the query models of subclasses, of which only the entities matter; none for all subclasses
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> selectInPolymorphic(EntityPath<E> entity,
            EntityPath<? extends E>... subclasses) {
        return LoadingOption.subclasses(Loading.SELECT_IN, entity, subclasses);
    }

    /**
     * Applies a loader option for a subclass to its objects among those of a superclass, for example after
     * {@code selectIn(COMPANY.employees)}: {@code .then(treat(EMPLOYEE, selectIn(ENGINEER.machines)))}. Relationships
     * that only a subclass has are never loaded by a join.
     */
    public static <E, T> LoaderOption<E, T> treat(EntityPath<E> entity, LoaderOption<? extends E, T> option) {
        return LoadingOption.treat(entity, option);
    }

    /** Loads only these columns and the primary key. The others are loaded on first access. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> loadOnly(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return LoadingOption.loadOnly(first, more);
    }

    /** Defers loading these columns until first access. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> defer(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return LoadingOption.defer(first, more);
    }

    /**
     * Loads an attribute that is a query expression or a formula with this expression, in terms of the entity that the
     * attribute belongs to. An object that the session already has keeps its value unless it is not loaded; see
     * {@link #populateExisting()}.
     */
    public static <E, V extends @Nullable Object> LoaderOption<E, E> withExpression(Attribute<E, V> attribute,
            Expression<? extends V> expression) {
        return LoadingOption.withExpression(attribute, expression);
    }

    /** Loads these attributes with their entity although they are mapped as deferred. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <E> LoaderOption<E, E> undefer(Attribute<E, ?> first, Attribute<E, ?>... more) {
        return LoadingOption.undefer(first, more);
    }

    /**
     * Loads all attributes of an entity with it, also those that are mapped as deferred.
     *
     * @param entity the entity in the statement
     */
    public static <E> LoaderOption<E, E> undeferAll(EntityPath<E> entity) {
        return LoadingOption.undeferAll(entity);
    }

    /**
     * Loads the attributes of a group with their entity although they are mapped as deferred.
     *
     * @param entity the entity in the statement
     * @param group the name of the group, as in {@link dev.rubedo.mapping.Deferred#group()}
     * @throws IllegalArgumentException if the entity has no such group
     */
    public static <E> LoaderOption<E, E> undeferGroup(EntityPath<E> entity, String group) {
        return LoadingOption.undeferGroup(entity, group);
    }

    /**
     * Returns an alias of an entity whose name the compiler chooses, for statements in which the entity appears more
     * than once.
     */
    public static <P extends EntityPath<?>> P aliased(P entity) {
        return EntityPath.of(entity, PathOrigin.anonymous());
    }

    /**
     * Returns an entity whose rows are those of a subquery or common table expression:
     * {@code select(aliased(USER, oldest))} with {@code oldest} from
     * {@code select(USER).orderBy(...).limit(10).subquery()}. Each attribute is read from the column of the source that
     * originates from its own column. The primary key must be among them; other attributes that are missing are loaded
     * on access, and cannot be used in the statement.
     */
    public static <P extends EntityPath<?>> P aliased(P entity, RowSource source) {
        return EntityPath.of(entity, PathOrigin.derived(source, false));
    }

    /** Returns an entity whose rows are those of a subquery or common table expression, with columns found by name. */
    public static <P extends EntityPath<?>> P aliasedByName(P entity, RowSource source) {
        return EntityPath.of(entity, PathOrigin.derived(source, true));
    }

    /**
     * Returns the columns that queries of an entity read, for queries that group by it: {@code select(USER,
     * count(ORDER.id)).leftJoin(USER.orders).groupBy(columnsOf(USER))}. These are the columns of the entity itself that
     * are not deferred; formulas and the columns of subclasses are not among them.
     */
    public static Expression<?>[] columnsOf(EntityPath<?> entity) {
        return entity.$columns().toArray(new Expression<?>[0]);
    }

    /**
     * Adds a condition that applies to an entity wherever a statement reads it, and wherever it is loaded for the
     * objects that the statement returns; see {@link dev.rubedo.orm.session.SessionFactoryBuilder#criteria}.
     *
     * @param entity the entity
     * @param condition creates the condition; called once, with the entity
     */
    public static <P extends EntityPath<?>> StatementOption withCriteria(P entity,
            Function<? super P, Condition> condition) {
        return CriteriaOption.of(entity, condition);
    }

    /**
     * Disables the criteria of the factory for an entity and its subclasses wherever a statement reads it, and wherever
     * it is loaded for the objects that the statement returns; criteria added after this option apply.
     */
    public static StatementOption withoutCriteria(EntityPath<?> entity) {
        return CriteriaOption.lifting(entity);
    }

    /**
     * Overwrites the loaded attributes of the session's objects with those that the statement reads, and discards
     * unflushed changes to them. Relationships that the statement does not load are loaded again on access.
     */
    public static StatementOption populateExisting() {
        return new PopulateExistingOption();
    }

    /**
     * Takes the rows of a query from a cache, including those that it loads right after them, as {@code selectIn} does.
     * They become objects of the session just as rows of the database do: an object that the session already has keeps
     * its values. Attributes that are loaded on access come from the database, unless they are {@link #cached}.
     *
     * @param cache the cache, such as a region of the module {@code rubedo-cache}
     */
    public static StatementOption fromCache(RowCache cache) {
        return new FromCacheOption(cache);
    }

    /**
     * Loads a collection on first access, for that object alone, from rows of a cache: those of the statement with
     * which {@link #lazy} would load it. The statement is executed if the cache does not have them, or if the
     * transaction has changed their tables.
     *
     * @param cache the cache, such as a region of the module {@code rubedo-cache}
     */
    public static <E, T> LoaderOption<E, T> cached(ToMany<E, T> relationship, RowCache cache) {
        return LoadingOption.of(relationship, LoaderStrategy.cached(cache));
    }

    /**
     * Loads a related object on first access from rows of a cache, unless the session has it.
     *
     * @param cache the cache, such as a region of the module {@code rubedo-cache}
     */
    public static <E, T> LoaderOption<E, T> cached(ToOne<E, T> relationship, RowCache cache) {
        return LoadingOption.of(relationship, LoaderStrategy.cached(cache));
    }

    /**
     * Executes a statement in this shard, or looks up a row there, instead of in those that the choosers of
     * {@link dev.rubedo.orm.routing.Shards} select. Later loads for its objects always use the shard of the object. As
     * in SQLAlchemy (set_shard_id).
     *
     * @param shard the name of the shard
     */
    public static StatementOption onShard(String shard) {
        return new PlacementOption(PlacementOption.Kind.SHARD, Objects.requireNonNull(shard, "shard"));
    }

    /**
     * Reads from a replica, if the factory has {@link dev.rubedo.orm.routing.Replicas} and one of them is usable for
     * the session, although its transaction is not read-only. Also for text SQL, which is otherwise executed on the
     * primary.
     */
    public static StatementOption fromReplica() {
        return new PlacementOption(PlacementOption.Kind.REPLICA, "");
    }

    /** Reads from the primary even if the session otherwise reads from replicas. */
    public static StatementOption fromPrimary() {
        return new PlacementOption(PlacementOption.Kind.PRIMARY, "");
    }

    /** Sets how the objects of the session are synchronized with an UPDATE or DELETE statement for their entity. */
    public static StatementOption synchronize(SynchronizeSession mode) {
        return new SynchronizeOption(mode);
    }

    /** Makes {@code get} lock the row until the end of the transaction and reload it. */
    public static StatementOption forUpdate() {
        return Options.forUpdate();
    }

    /** Makes {@code get} fail unless the row has this version. */
    public static StatementOption expectVersion(long version) {
        return Options.expectVersion(version);
    }
}

package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.SavepointValue;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Values;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that represents each row by one object, tracks changes, and writes them in one transaction, in the
 * right order and with few statements. The transaction begins automatically with the first statement. Closing the
 * session without {@link #commit()} rolls it back.
 *
 * <p>Confined to one thread at a time, together with its objects. A call from a second thread during a call of the
 * first throws an {@link dev.rubedo.orm.error.ObjectStateException}; access to the objects themselves is not checked.
 */
public interface Session extends AutoCloseable {

    /** Returns the session that an object belongs to, or an empty {@code Optional} if there is none. */
    static Optional<Session> of(Object entity) {
        return EntitySession.of(entity);
    }

    /**
     * Adds a new object and every object reachable from it through relationships that cascade SAVE_UPDATE. The next
     * flush inserts them. A detached object is attached again.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if it belongs to another session, or this session already has
     *     another object for its row
     */
    void add(Object entity);

    /** Adds several objects. */
    default void add(Object first, Object second, Object... more) {
        add(first);
        add(second);
        addAll(List.of(more));
    }

    /** Adds all objects of a collection. */
    void addAll(Collection<?> entities);

    /**
     * Marks an object for deletion. The next flush deletes its row, and the rows of the objects that DELETE cascades
     * to.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the object has no row
     */
    void delete(Object entity);

    /** Marks all objects of a collection for deletion. */
    default void deleteAll(Collection<?> entities) {
        entities.forEach(this::delete);
    }

    /**
     * Returns the object with this primary key: {@code session.get(USER, 1)}. If the session already has the object, no
     * statement is executed, unless the object is expired, or the options contain {@link Options#forUpdate()} or
     * criteria, which the row must satisfy. Loader options apply to the statement, if there is one; an object that the
     * session already has keeps the options of the query that loaded it.
     *
     * @param entity the entity, such as {@code USER}
     * @param id the key, in the Java type of the primary key (integers of any size); for a composite key, a {@code
     *     List} or array of its values in order
     * @param options loader options for this entity, or those of {@link Options}
     * @throws IllegalArgumentException if the type of the key is not that of the primary key
     */
    <E> Optional<E> get(EntityPath<E> entity, Object id, StatementOption... options);

    /** Returns the object with this primary key. For callers that have the entity class but not its query model. */
    <E> Optional<E> get(Class<E> type, Object id, StatementOption... options);

    /**
     * Returns the object with this primary key, which must exist: {@code session.require(USER, 1)}.
     *
     * @throws IllegalArgumentException if the type of the key is not that of the primary key
     * @throws dev.rubedo.orm.error.EntityNotFoundException if there is no such row
     */
    <E> E require(EntityPath<E> entity, Object id, StatementOption... options);

    /**
     * Returns the object with this primary key. For callers that have the entity class but not its query model.
     *
     * @throws dev.rubedo.orm.error.EntityNotFoundException if there is no such row
     */
    <E> E require(Class<E> type, Object id, StatementOption... options);

    /**
     * Reloads attributes of an object. Their unflushed changes are discarded; all other changes are flushed first if
     * autoflush is on. Without attributes, all columns are reloaded, and relationships are loaded again on next access.
     *
     * @throws dev.rubedo.orm.error.EntityNotFoundException if the row no longer exists
     */
    void refresh(Object entity, EntityAttribute... attributes);

    /**
     * Reloads all columns of an object with options: {@code session.refresh(user, forUpdate())} locks the row until the
     * end of the transaction, loader options load relationships with it. Unflushed changes of the object are discarded.
     *
     * @throws IllegalArgumentException if an option is not supported
     * @throws dev.rubedo.orm.error.EntityNotFoundException if the row no longer exists, or criteria hide it
     */
    void refresh(Object entity, StatementOption first, StatementOption... more);

    /**
     * Expires attributes of an object (all if none is given) and discards their changes. They are reloaded on next
     * access.
     */
    void expire(Object entity, EntityAttribute... attributes);

    /** Expires all attributes of all objects. */
    void expireAll();

    /** Detaches an object and those that DETACH cascades to. Loaded attributes stay readable. */
    void detach(Object entity);

    /** Detaches all objects. */
    void detachAll();

    /**
     * Copies the state of an object to this session's object for the same row, which is loaded or created if necessary,
     * and returns the latter. Attributes that are not loaded in the given object are not copied. Relationships that
     * cascade MERGE are followed.
     *
     * @param options loader options, by which the row of the object itself is loaded
     */
    <E> E merge(E entity, StatementOption... options);

    /** Merges all objects of a collection and returns this session's objects, in the same order. */
    default <E> List<E> mergeAll(Collection<? extends E> entities, StatementOption... options) {
        return entities.stream().<E>map(entity -> merge(entity, options)).toList();
    }

    /**
     * Copies the state of an unmodified object to this session's object for the same row without a statement, and
     * returns the latter. The state is considered that of the row; attributes that are not loaded in the given object
     * are loaded on access. For objects that come from a cache. Relationships that cascade MERGE are followed.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the object, or one that it refers to, has no row or has
     *     changes
     */
    <E> E mergeWithoutLoading(E entity);

    /**
     * Inserts rows of an entity without objects, in batches of rows with the same columns. There are no cascades and no
     * mapper events. Each row maps attributes of the entity to values: {@code Values.EMPTY.set(USER.name, "ada")}.
     *
     * @throws IllegalArgumentException if a row contains anything but attributes of the entity and values
     */
    void bulkInsert(EntityPath<?> entity, List<Values> rows);

    /**
     * Updates rows of an entity by their primary keys without objects, in batches of rows with the same columns. If a
     * value is given for the version, the row must have that version, which is then incremented. Objects of the session
     * whose rows are written are expired.
     *
     * @throws IllegalArgumentException if a row lacks its primary key or contains anything but attributes and values
     * @throws dev.rubedo.orm.error.StaleDataException if a row does not exist, or has another version
     */
    void bulkUpdate(EntityPath<?> entity, List<Values> rows);

    /**
     * Inserts rows of an entity, or updates the rows that have the same key, and returns their objects in the order of
     * the rows, with the current values of the database. Executes one upsert statement of the database for rows with
     * the same attributes, and one query. An update sets the given attributes that are not part of the key, and
     * increments versions. There are no cascades and no mapper events.
     *
     * {@snippet :
     * List<Product> products = session.upsert(PRODUCT, rows, PRODUCT.code);
     * }
     *
     * @param rows attributes of the entity and values: {@code Values.EMPTY.set(PRODUCT.code, "p1").set(PRODUCT.price, 5)}
     * @param key the attributes of a unique key, or none for the primary key. MySQL and MariaDB match any unique key on
     *     which a row conflicts
     * @throws IllegalArgumentException if the attributes are not a unique key, a row lacks its key, or two rows have
     *     the same key
     * @throws dev.rubedo.error.InvalidStatementException if the entity is not stored in one table
     */
    <E> List<E> upsert(EntityPath<E> entity, List<Values> rows, Attribute<?, ?>... key);

    /**
     * Inserts the rows of new objects and updates those of changed detached objects, in batches and without adding them
     * to the session. There are no cascades, no relationships and no mapper events. The objects do not change;
     * generated keys are not read.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if an object belongs to a session
     */
    void bulkSave(Collection<?> objects);

    /**
     * Sets the to-one relationships of a new object that its foreign keys identify: after {@code order.userId(1)},
     * {@code order.user()} returns the user. Relationships that are already set, or whose target does not exist, do not
     * change. Nothing is marked as changed.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the object has a row, whose relationships are loaded on access
     */
    void loadReferences(Object entity);

    /** Writes all pending changes to the database. */
    void flush();

    /** Returns what a flush would do now. Neither the database nor the objects are changed. */
    FlushPlan flushPlan();

    /**
     * Flushes and prepares the transaction: the database guarantees that it can be committed. Only {@link #commit()} and
     * {@link #rollback()} are possible afterwards. The factory needs {@code twoPhase(true)}.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the transaction does not use two-phase commit
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database has no prepared transactions
     */
    void prepare();

    /**
     * Flushes and commits. Objects are expired if the factory is configured to {@link
     * SessionFactoryBuilder#expireOnCommit}.
     */
    void commit();

    /**
     * Rolls the transaction back. Objects added in it become transient again, deletions are undone, and all other
     * objects are expired.
     */
    void rollback();

    /**
     * Begins the transaction now rather than with the first statement. Required if the factory was built with {@code
     * autobegin(false)}.
     */
    void begin();

    /** Returns whether a transaction is open. */
    boolean isInTransaction();

    /** Flushes and sets a savepoint. */
    SessionSavepoint savepoint();

    /** Runs a block in a savepoint, which is rolled back if the block throws. */
    <X extends Exception> void inSavepoint(SessionBlock<X> block) throws X;

    /**
     * Returns the result of a block that runs in a savepoint. The session is flushed before and after the block. The
     * changes of the block are kept, or rolled back if it throws.
     *
     * @throws X any exception that the block throws
     */
    default <R extends @Nullable Object, X extends Exception> R fromSavepoint(SavepointValue<R, X> block) throws X {
        try (SessionSavepoint savepoint = savepoint()) {
            R result = block.run();
            savepoint.commit();
            return result;
        }
    }

    /** Runs a block with autoflush off. */
    <X extends Exception> void withoutAutoflush(SessionBlock<X> block) throws X;

    /** Adds a listener to this session. {@link SessionFactory#listen} adds one to all sessions. */
    Registration listen(SessionListener listener);

    /**
     * Runs an action once after the open transaction has committed, when its connection is released and the session can
     * be used again. A rollback discards the action, and so does a rollback to a savepoint that was set before this
     * call. If an action throws, the others still run, and the commit stands.
     */
    void afterCommit(Runnable action);

    /** Executes a statement about entities or tables. Pending changes are flushed first if autoflush is on. */
    default <T extends @Nullable Object> Result<T> execute(Statement<T> statement, ExecuteOption... options) {
        return execute(statement, Map.of(), options);
    }

    /**
     * Executes a statement with values for its named parameters. Pending changes are flushed first if autoflush is on.
     */
    <T extends @Nullable Object> Result<T> execute(Statement<T> statement,
            Map<String, ? extends @Nullable Object> values,
            ExecuteOption... options);

    /** Returns all results of a query. */
    default <T extends @Nullable Object> List<T> all(Statement<T> query, ExecuteOption... options) {
        return execute(query, options).all();
    }

    /**
     * Returns the only result of a query.
     *
     * @throws dev.rubedo.error.NoResultException if there is none
     * @throws dev.rubedo.error.MultipleResultsException if there are several
     */
    default <T extends @Nullable Object> T one(Statement<T> query, ExecuteOption... options) {
        return execute(query, options).one();
    }

    /**
     * Returns the only result of a query, empty if there is none.
     *
     * @throws dev.rubedo.error.MultipleResultsException if there are several
     */
    default <T extends @Nullable Object> Optional<@NonNull T> optional(Statement<T> query, ExecuteOption... options) {
        return execute(query, options).optional();
    }

    /**
     * Returns the first result of a query, empty if there is none. A query without a limit is executed with
     * {@code LIMIT 1}, so that the other rows are not read; {@code execute(query).first()} leaves the query as it is.
     */
    <T extends @Nullable Object> Optional<@NonNull T> first(Statement<T> query, ExecuteOption... options);

    /**
     * Returns the first result of a query for one value, such as {@code select(max(USER.age))}; empty if there is none
     * or it is NULL.
     *
     * @throws IllegalArgumentException if the query returns rows because it selects several elements or is a text
     *     statement
     */
    <T extends @Nullable Object> Optional<@NonNull T> scalar(Statement<T> query, ExecuteOption... options);

    /**
     * Returns the results of a query as a stream. Rows are read while the stream is consumed, unless something must be
     * loaded or grouped after them.
     */
    default <T extends @Nullable Object> Stream<T> stream(Statement<T> query, ExecuteOption... options) {
        return execute(query, options).stream();
    }

    /** Returns the number of rows of a query. */
    long count(Selectable<?> query, ExecuteOption... options);

    /** Returns whether a query has at least one row. */
    boolean exists(Selectable<?> query, ExecuteOption... options);

    /**
     * Returns a page of the results of a query, with the total number of results. For distant pages and rows that
     * change, prefer {@link #pageAfter}.
     *
     * @param query the query, with an order and without a limit
     * @param index the index of the page, counted from 0; a page after the last has no items
     * @param size the number of results on a page
     */
    default <T extends @Nullable Object> Page<T> page(Select<T> query, long index, int size) {
        return Paging.page(this, query, index, size);
    }

    /**
     * Returns the page of a query that follows a result: {@code pageAfter(select(USER).orderBy(USER.name, USER.id), 20,
     * previous.last())}. The order must be unique.
     *
     * @param query a query for a single element, with an order and without a limit
     * @param size the number of results on a page
     * @param key the values of the result in the order, as from {@link KeysetPage#last()}; empty for the first page
     */
    default <T extends @Nullable Object> KeysetPage<T> pageAfter(Select<T> query, int size, List<?> key) {
        return Paging.after(this, query, size, key);
    }

    /**
     * Returns the page of a query that ends before a result; its items are in the order of the query.
     *
     * @param query a query for a single element, with an order and without a limit
     * @param size the number of results on a page
     * @param key the values of the result in the order, as from {@link KeysetPage#first()}
     */
    default <T extends @Nullable Object> KeysetPage<T> pageBefore(Select<T> query, int size, List<?> key) {
        return Paging.before(this, query, size, key);
    }

    /** Returns whether the loaded attributes of an object differ from its row. */
    boolean isModified(Object entity);

    /** Returns the persistent objects that were changed since the last flush and still differ from their rows. */
    List<Object> dirty();

    /** Returns the pending objects, in the order in which they were added. */
    List<Object> newObjects();

    /** Returns the objects that the next flush deletes. */
    List<Object> deleted();

    /** Returns a copy of the identity map: the persistent objects by identity key, in no particular order. */
    Map<IdentityKey, Object> identityMap();

    /** Returns whether an object is pending or persistent in this session. */
    boolean contains(Object entity);

    /**
     * Returns whether statements can be executed: false between a failed flush and {@link #rollback()}, and after the
     * session was closed.
     */
    boolean isActive();

    /** Returns the connection of the transaction, which begins if none is open. */
    Connection connection();

    /**
     * Returns the connection to the database of an entity's rows, which belongs to the session's transaction, like
     * {@link #connection()}. For sessions over several databases.
     */
    Connection connection(EntityPath<?> entity);

    /**
     * Returns the connection to a shard, which belongs to the session's transaction, like {@link #connection()}.
     *
     * @param shard the name of the shard
     */
    Connection connection(String shard);

    /** Returns a map for the application's own data, initially empty; it is discarded with the session. */
    Map<String, Object> info();

    /** Returns the model. */
    Model model();

    /**
     * Resets this session: rolls back the open transaction, if any, and detaches all objects, as {@link #close()} does,
     * but the session can be used again. It keeps its listeners and its {@link #info()}.
     */
    void reset();

    /**
     * Closes this session like {@link #close()}, and its physical connection too instead of returning it to the pool.
     * For a connection whose state is unknown, for example after a thread was stopped in the middle of a statement.
     */
    void invalidate();

    /** Rolls back the open transaction, if any, and detaches all objects. The session cannot be used any more. */
    @Override
    void close();
}

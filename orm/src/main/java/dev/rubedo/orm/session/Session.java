package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work: it knows each row as one object, notices what changes and writes it in one transaction, in the right order and in few
 * statements. The transaction begins by itself with the first statement; closing without {@link #commit()} rolls it back.
 *
 * <p>Confined to one thread at a time, with all its objects. A second thread that calls it while the first one is in it gets an
 * {@link dev.rubedo.orm.error.ObjectStateException}; objects themselves are not watched.
 */
public interface Session extends AutoCloseable {

    /** Returns the session that an object belongs to, or an empty value. */
    static Optional<Session> of(Object entity) {
        return EntitySession.of(entity);
    }

    /**
     * Adds a new object, and all it leads to by relationships that cascade SAVE_UPDATE: the next flush inserts them. A detached object is attached again.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if it belongs to another session, or another object stands for its row here
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
     * Marks an object: the next flush deletes its row, and those of objects its relationships pass deletion on to.
     *
     * @throws dev.rubedo.orm.error.ObjectStateException if the object has no row
     */
    void delete(Object entity);

    /**
     * Returns the object of a row by its primary key: {@code session.get(USER, 1)}. An object that the session knows needs no statement, unless it is expired or {@link Options#forUpdate()} is given.
     *
     * @param entity the entity, such as {@code USER}
     * @param id the key, in the Java type of the primary key (whole numbers in any size); for several attributes a {@code List} or array of them in order
     * @param options loader options about this entity, or those of {@link Options}
     * @throws IllegalArgumentException if the key is of another type than the primary key
     */
    <E> Optional<E> get(EntityPath<E> entity, Object id, StatementOption... options);

    /** Returns the object of a row by its primary key, for programs that have the class at hand and not its query model. */
    <E> Optional<E> get(Class<E> type, Object id, StatementOption... options);

    /**
     * Returns the object of a row by its primary key: {@code session.require(USER, 1)}.
     *
     * @throws IllegalArgumentException if the key is of another type than the primary key
     * @throws dev.rubedo.orm.error.EntityNotFoundException if there is no such row
     */
    <E> E require(EntityPath<E> entity, Object id, StatementOption... options);

    /**
     * Returns the object of a row by its primary key, for programs that have the class at hand and not its query model.
     *
     * @throws dev.rubedo.orm.error.EntityNotFoundException if there is no such row
     */
    <E> E require(Class<E> type, Object id, StatementOption... options);

    /**
     * Reads attributes of an object again. Changes of them that were not flushed are discarded; all other changes are flushed before, if queries do that.
     * Without attributes: all columns, and relationships are loaded again at next access.
     *
     * @throws dev.rubedo.orm.error.EntityNotFoundException if the row is gone
     */
    void refresh(Object entity, EntityAttribute... attributes);

    /** Forgets attributes of an object (none given: all), changes included; they are read again at next access. */
    void expire(Object entity, EntityAttribute... attributes);

    /** Forgets all attributes of all objects. */
    void expireAll();

    /** Lets go of an object, and of those its relationships pass this on to: it keeps what is loaded. */
    void detach(Object entity);

    /** Lets go of all objects. */
    void detachAll();

    /**
     * Copies the state of an object onto the one this session has for its row, which is loaded or made if need be, and returns that one.
     * What is not loaded in the given object is left alone. Relationships that cascade MERGE are followed.
     */
    <E> E merge(E entity);

    /** Writes what changed. */
    void flush();

    /** Returns what a flush would do now; nothing is written, neither to the database nor to the objects. */
    FlushPlan flushPlan();

    /** Writes what changed and commits; objects are expired if the factory says so. */
    void commit();

    /** Undoes the transaction: new objects are new again, deleted ones are there again, all others are read again at next access. */
    void rollback();

    /** Begins the transaction now instead of with the first statement. */
    void begin();

    /** Tells whether a transaction is open. */
    boolean isInTransaction();

    /** Writes what changed and sets a point to go back to. */
    SessionSavepoint savepoint();

    /** Runs a block within a savepoint: kept if it ends, undone if it throws. */
    <X extends Exception> void inSavepoint(SessionBlock<X> block) throws X;

    /** Runs a block in which queries do not flush first. */
    <X extends Exception> void withoutAutoflush(SessionBlock<X> block) throws X;

    /** Adds a listener to this session; {@link SessionFactory#listen} adds one to all sessions. */
    Registration listen(SessionListener listener);

    /**
     * Runs an action once, after the commit of the open transaction: when it has returned its connection and the session can be used again. A rollback,
     * also one to a savepoint set before this call, drops the action. If an action throws, the others still run, and the commit stands.
     */
    void afterCommit(Runnable action);

    /** Executes a statement about entities or tables. What is pending is flushed first. */
    default <T extends @Nullable Object> Result<T> execute(Statement<T> statement, ExecuteOption... options) {
        return execute(statement, Map.of(), options);
    }

    /** Executes a statement with values for its named parameters. What is pending is flushed first. */
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

    /** Returns the first result of a query, empty if there is none. */
    default <T extends @Nullable Object> Optional<@NonNull T> first(Statement<T> query, ExecuteOption... options) {
        return execute(query, options).first();
    }

    /**
     * Returns the first result of a query for one value, such as {@code select(max(USER.age))}; empty if there is none, or it is NULL.
     *
     * @throws IllegalArgumentException if the query gives rows: it selects several things, or is a text
     */
    <T extends @Nullable Object> Optional<@NonNull T> scalar(Statement<T> query, ExecuteOption... options);

    /** Returns the results of a query as a stream; read as it is consumed where nothing has to be fetched or collected after the rows. */
    default <T extends @Nullable Object> Stream<T> stream(Statement<T> query, ExecuteOption... options) {
        return execute(query, options).stream();
    }

    /** Returns how many rows a query has. */
    long count(Selectable<?> query, ExecuteOption... options);

    /** Tells whether a query has a row. */
    boolean exists(Selectable<?> query, ExecuteOption... options);

    /** Tells whether an object differs from its row, as far as it was loaded. */
    boolean isModified(Object entity);

    /** Returns the persistent objects that were written to since the last flush and still differ from their rows. */
    List<Object> dirty();

    /** Returns the objects that wait for their INSERT, in the order in which they were added. */
    List<Object> newObjects();

    /** Returns the objects that wait for their DELETE. */
    List<Object> deleted();

    /** Returns the persistent objects by the keys of their rows, in no order. A copy: later changes of the session do not show. */
    Map<IdentityKey, Object> identityMap();

    /** Tells whether an object is pending or persistent here. */
    boolean contains(Object entity);

    /** Tells whether statements can be executed: false after a failed flush until {@link #rollback()}, and when closed. */
    boolean isActive();

    /** Returns the connection of the transaction, which is begun if need be. */
    Connection connection();

    /** Returns the model. */
    Model model();

    /** Rolls back what was not committed and lets go of all objects. */
    @Override
    void close();
}

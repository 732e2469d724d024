package dev.rubedo.async;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionGuard;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Session} whose calls return immediately and are executed in order on its lane.
 *
 * <p>Its objects may be read and changed between two calls, by one thread at a time, as long as only loaded attributes
 * are read: an attribute that is not loaded throws a {@link dev.rubedo.orm.error.LazyLoadException} outside the lane.
 * Load it with the query, with {@link #load}, or read it in {@link #runSync}. Sessions of a factory made by
 * {@link AsyncSessionFactory#of(AsyncEngine, dev.rubedo.orm.model.Model)} do not expire objects on commit.
 *
 * <p>Thread-safe; calls of several threads are executed in the order in which they arrive. Its objects are not.
 */
public final class AsyncSession {

    private final Lane lane;
    private final Session session;
    private final @Nullable Duration limit;

    AsyncSession(Lane lane, SessionFactory factory) {
        this(lane, factory.open(new LaneGuard(lane)), null);
    }

    private AsyncSession(Lane lane, Session session, @Nullable Duration limit) {
        this.lane = lane;
        this.session = session;
        this.limit = limit;
    }

    /**
     * Returns this session with a limit for each call, from the call to its completion. A call that takes longer is
     * removed from the lane, or its statement is cancelled, and fails with a {@link DeadlineException}. The limit does
     * not apply to {@link #rollback()} and {@link #close()}.
     *
     * @param time the limit; must be positive
     */
    public AsyncSession within(Duration time) {
        Deadline.requirePositive("within", time);
        return new AsyncSession(lane, session, time);
    }

    /** Adds an object. */
    public CompletableFuture<Void> add(Object entity) {
        return run(blocking -> blocking.add(entity));
    }

    /** Adds objects. */
    public CompletableFuture<Void> addAll(Collection<?> entities) {
        return run(blocking -> blocking.addAll(entities));
    }

    /** Deletes an object with the next flush. */
    public CompletableFuture<Void> delete(Object entity) {
        return run(blocking -> blocking.delete(entity));
    }

    /** Returns the object with this primary key. */
    public <E> CompletableFuture<Optional<E>> get(EntityPath<E> entity, Object id, StatementOption... options) {
        return call(() -> session.get(entity, id, options));
    }

    /** Returns the object with this primary key. */
    public <E> CompletableFuture<Optional<E>> get(Class<E> type, Object id, StatementOption... options) {
        return call(() -> session.get(type, id, options));
    }

    /** Returns the object with this primary key, which must exist. */
    public <E> CompletableFuture<E> require(EntityPath<E> entity, Object id, StatementOption... options) {
        return call(() -> session.require(entity, id, options));
    }

    /** Returns the object with this primary key, which must exist. */
    public <E> CompletableFuture<E> require(Class<E> type, Object id, StatementOption... options) {
        return call(() -> session.require(type, id, options));
    }

    /**
     * Loads attributes of an object that are not loaded yet, and returns the object:
     * {@code session.load(order, ORDER.lines).thenApply(Order::lines)}.
     */
    public <E> CompletableFuture<E> load(E entity, EntityAttribute... attributes) {
        return call(() -> {
            InstanceState.of(entity).load(attributes);
            return entity;
        });
    }

    /** Reloads attributes of an object, all columns if none is given. */
    public CompletableFuture<Void> refresh(Object entity, EntityAttribute... attributes) {
        return run(blocking -> blocking.refresh(entity, attributes));
    }

    /** Expires attributes of an object, all if none is given. */
    public CompletableFuture<Void> expire(Object entity, EntityAttribute... attributes) {
        return run(blocking -> blocking.expire(entity, attributes));
    }

    /** Expires all objects. */
    public CompletableFuture<Void> expireAll() {
        return run(Session::expireAll);
    }

    /** Detaches an object. */
    public CompletableFuture<Void> detach(Object entity) {
        return run(blocking -> blocking.detach(entity));
    }

    /** Detaches all objects. */
    public CompletableFuture<Void> detachAll() {
        return run(Session::detachAll);
    }

    /** Copies the state of an object to this session's object for the same row, and returns the latter. */
    public <E> CompletableFuture<E> merge(E entity) {
        return call(() -> session.merge(entity));
    }

    /** Writes all pending changes to the database. */
    public CompletableFuture<Void> flush() {
        return run(Session::flush);
    }

    /**
     * Flushes and commits. Once this has begun, {@link CompletableFuture#cancel} returns false: it cancels the
     * statements of the flush, but not the commit, and the future reports whether the transaction was committed.
     */
    public CompletableFuture<Void> commit() {
        return run(LaneTask.Kind.COMMIT, Session::commit);
    }

    /** Rolls back the transaction. A rollback cannot be cancelled. */
    public CompletableFuture<Void> rollback() {
        return run(LaneTask.Kind.CLEANUP, Session::rollback);
    }

    /** Begins a transaction. */
    public CompletableFuture<Void> begin() {
        return run(Session::begin);
    }

    /** Flushes and sets a savepoint. */
    public CompletableFuture<AsyncSavepoint> savepoint() {
        return call(() -> {
            var savepoint = session.savepoint();
            return new AsyncSavepoint(lane, savepoint::commit, savepoint::rollback);
        });
    }

    /** Executes a statement and reads its whole result, which the caller may then read on any thread. */
    public <T extends @Nullable Object> CompletableFuture<Result<T>> execute(Statement<T> statement,
            ExecuteOption... options) {
        return execute(statement, Map.of(), options);
    }

    /** Executes a statement with values for its named parameters and reads its whole result. */
    public <T extends @Nullable Object> CompletableFuture<Result<T>> execute(Statement<T> statement,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        return call(() -> AsyncResult.read(session.execute(statement, values, options)));
    }

    /** Executes a query and returns all its elements. */
    public <T extends @Nullable Object> CompletableFuture<List<T>> all(Statement<T> query, ExecuteOption... options) {
        return call(() -> session.all(query, options));
    }

    /** Executes a query and returns its only element. */
    public <T extends @Nullable Object> CompletableFuture<T> one(Statement<T> query, ExecuteOption... options) {
        return call(() -> session.one(query, options));
    }

    /** Executes a query and returns its only element, or empty if there is none. */
    public <T extends @Nullable Object> CompletableFuture<Optional<@NonNull T>> optional(Statement<T> query,
            ExecuteOption... options) {
        return call(() -> session.optional(query, options));
    }

    /** Executes a query and returns its first element, or empty if there is none. */
    public <T extends @Nullable Object> CompletableFuture<Optional<@NonNull T>> first(Statement<T> query,
            ExecuteOption... options) {
        return call(() -> session.first(query, options));
    }

    /** Executes a query and returns the first column of its first row, or empty if there is none. */
    public <T extends @Nullable Object> CompletableFuture<Optional<@NonNull T>> scalar(Statement<T> query,
            ExecuteOption... options) {
        return call(() -> session.scalar(query, options));
    }

    /** Returns the number of rows of a query. */
    public CompletableFuture<Long> count(Selectable<?> query, ExecuteOption... options) {
        return call(() -> session.count(query, options));
    }

    /** Returns whether a query has a row. */
    public CompletableFuture<Boolean> exists(Selectable<?> query, ExecuteOption... options) {
        return call(() -> session.exists(query, options));
    }

    /** Executes a query and returns its result, which is read from the database in batches. */
    public <T extends @Nullable Object> CompletableFuture<AsyncResult<T>> stream(Statement<T> query,
            ExecuteOption... options) {
        return lane.run(LaneTask.Kind.WORK, () -> new AsyncResult<>(lane, session.execute(query, options)), limit,
                AsyncResult::closeHere);
    }

    /** Returns the elements of a query as a publisher for one subscriber, which never receives more than it requested.
     */
    public <T extends @Nullable Object> Flow.Publisher<T> publisher(Statement<T> query, ExecuteOption... options) {
        return new RowPublisher<>(() -> new RowPublisher.Source<>(lane,
                () -> RowPublisher.Rows.of(() -> session.execute(query, options), () -> {})));
    }

    /** Returns whether an object is pending or persistent in this session. */
    public CompletableFuture<Boolean> contains(Object entity) {
        return call(() -> session.contains(entity));
    }

    /** Returns whether the loaded attributes of an object differ from its row. */
    public CompletableFuture<Boolean> isModified(Object entity) {
        return call(() -> session.isModified(entity));
    }

    /**
     * Runs blocking code with the blocking session on the lane, where attributes are loaded when they are read. The
     * code must neither keep the session nor wait for other calls on it.
     */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(Function<? super Session, R> block) {
        return call(() -> block.apply(session));
    }

    /**
     * Rolls back uncommitted changes and detaches all objects. A second call is a no-op. Closing cannot be cancelled.
     */
    public CompletableFuture<Void> close() {
        return run(LaneTask.Kind.CLEANUP, blocking -> {
            lane.close();
            blocking.close();
        });
    }

    private CompletableFuture<Void> run(Consumer<Session> work) {
        return run(LaneTask.Kind.WORK, work);
    }

    private CompletableFuture<Void> run(LaneTask.Kind kind, Consumer<Session> work) {
        return lane.run(kind, () -> {
            work.accept(session);
            return null;
        }, kind == LaneTask.Kind.CLEANUP ? null : limit, null);
    }

    private <T extends @Nullable Object> CompletableFuture<T> call(Callable<T> work) {
        return lane.run(LaneTask.Kind.WORK, work, limit, null);
    }

    /** Permits the tasks of a lane. */
    private record LaneGuard(Lane lane) implements SessionGuard {

        @Override
        public boolean permitsCaller() {
            return lane.isWorkingHere();
        }

        @Override
        public String advice() {
            return "This object belongs to an AsyncSession: load the attribute with session.load(object, ATTRIBUTE), or"
                    + " read it in session.runSync(...).";
        }
    }
}

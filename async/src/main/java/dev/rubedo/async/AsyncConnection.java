package dev.rubedo.async;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ConnectionOptions;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.result.Result;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Connection} whose calls return immediately and are executed in order on its lane. A transaction begins with
 * the first statement and ends with {@link #commit()} or {@link #rollback()}; {@link #close()} rolls back and returns
 * the connection to the pool. Cancelling a future cancels its statement. Thread-safe; calls of several threads are
 * executed in the order in which they arrive.
 */
public final class AsyncConnection {

    private final Lane lane;
    private final Connection connection;
    private final @Nullable Duration limit;

    AsyncConnection(Lane lane, Connection connection) {
        this(lane, connection, null);
    }

    private AsyncConnection(Lane lane, Connection connection, @Nullable Duration limit) {
        this.lane = lane;
        this.connection = connection;
        this.limit = limit;
    }

    /**
     * Returns this connection with a limit for each call, from the call to its completion. A call that takes longer is
     * removed from the lane, or its statement is cancelled, and fails with a {@link DeadlineException}. The limit does
     * not apply to {@link #rollback()} and {@link #close()}.
     *
     * @param time the limit; must be positive
     */
    public AsyncConnection within(Duration time) {
        Deadline.requirePositive("within", time);
        return new AsyncConnection(lane, connection, time);
    }

    /**
     * Executes a statement and reads its whole result, which the caller may then read on any thread. Use {@link #stream}
     * for a result that does not fit in memory.
     */
    public <T extends @Nullable Object> CompletableFuture<Result<T>> execute(Statement<T> statement,
            ExecuteOption... settings) {
        return execute(statement, Map.of(), settings);
    }

    /** Executes a statement with values for its named parameters and reads its whole result. */
    public <T extends @Nullable Object> CompletableFuture<Result<T>> execute(Statement<T> statement,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... settings) {
        return call(() -> AsyncResult.read(connection.execute(statement, values, settings)));
    }

    /** Executes a statement once for each map of values. */
    public CompletableFuture<long[]> executeMany(Statement<?> statement,
            List<? extends Map<String, ? extends @Nullable Object>> rows, ExecuteOption... settings) {
        return call(() -> connection.executeMany(statement, rows, settings));
    }

    /** Executes a DDL element. */
    public CompletableFuture<Void> execute(DdlElement element) {
        return run(blocking -> blocking.execute(element));
    }

    /** Executes a query and returns all its elements. */
    public <T extends @Nullable Object> CompletableFuture<List<T>> all(Statement<T> query, ExecuteOption... settings) {
        return call(() -> connection.all(query, settings));
    }

    /** Executes a query and returns its only element. */
    public <T extends @Nullable Object> CompletableFuture<T> one(Statement<T> query, ExecuteOption... settings) {
        return call(() -> connection.one(query, settings));
    }

    /** Executes a query and returns its only element, or empty if there is none. */
    public <T extends @Nullable Object> CompletableFuture<Optional<@NonNull T>> optional(Statement<T> query,
            ExecuteOption... settings) {
        return call(() -> connection.optional(query, settings));
    }

    /** Executes a query and returns its first element, or empty if there is none. */
    public <T extends @Nullable Object> CompletableFuture<Optional<@NonNull T>> first(Statement<T> query,
            ExecuteOption... settings) {
        return call(() -> connection.first(query, settings));
    }

    /** Returns the number of rows of a query. */
    public CompletableFuture<Long> count(Selectable<?> query, ExecuteOption... settings) {
        return call(() -> connection.count(query, settings));
    }

    /** Returns whether a query has a row. */
    public CompletableFuture<Boolean> exists(Selectable<?> query, ExecuteOption... settings) {
        return call(() -> connection.exists(query, settings));
    }

    /** Executes a query and returns its result, which is read from the database in batches. */
    public <T extends @Nullable Object> CompletableFuture<AsyncResult<T>> stream(Statement<T> query,
            ExecuteOption... settings) {
        return lane.run(LaneTask.Kind.WORK, () -> new AsyncResult<>(lane, connection.execute(query, settings)), limit,
                AsyncResult::closeHere);
    }

    /**
     * Returns the rows of a query as a publisher for one subscriber, which never receives more than it requested. On
     * some databases, no other result of this connection can be read until the subscriber has received the last row or
     * cancelled.
     */
    public <T extends @Nullable Object> Flow.Publisher<T> publisher(Statement<T> query, ExecuteOption... settings) {
        return new RowPublisher<>(() -> new RowPublisher.Source<>(lane,
                () -> RowPublisher.Rows.of(() -> connection.execute(query, settings), () -> {})));
    }

    /** Returns a handle to the transaction that begins with the next statement, or has already begun. */
    public CompletableFuture<AsyncTransaction> begin() {
        return begin(TransactionOptions.DEFAULT);
    }

    /** Applies options to the transaction that begins with the next statement, and returns a handle to it. */
    public CompletableFuture<AsyncTransaction> begin(TransactionOptions settings) {
        AsyncEngine.requireOnce(settings);
        return call(() -> {
            if (settings != TransactionOptions.DEFAULT) {
                settings.applyTo(connection);
            }
            return new AsyncTransaction(this);
        });
    }

    /**
     * Commits the transaction; a no-op without one. A commit that has begun cannot be cancelled:
     * {@link CompletableFuture#cancel} returns false, and the future reports whether the transaction was committed.
     */
    public CompletableFuture<Void> commit() {
        return run(LaneTask.Kind.COMMIT, Connection::commit);
    }

    /** Rolls back the transaction; a no-op without one. A rollback cannot be cancelled. */
    public CompletableFuture<Void> rollback() {
        return run(LaneTask.Kind.CLEANUP, Connection::rollback);
    }

    /** Sets a savepoint. */
    public CompletableFuture<AsyncSavepoint> savepoint() {
        return call(() -> {
            var savepoint = connection.savepoint();
            return new AsyncSavepoint(lane, savepoint::commit, savepoint::rollback);
        });
    }

    /** Changes the options of the connection. */
    public CompletableFuture<Void> options(UnaryOperator<ConnectionOptions> change) {
        return run(blocking -> blocking.options(change));
    }

    /**
     * Runs blocking code with the blocking connection on the lane. The code must neither keep the connection nor wait
     * for other calls on it.
     */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(Function<? super Connection, R> block) {
        return call(() -> block.apply(connection));
    }

    /**
     * Rolls back uncommitted changes and returns the connection to the pool. A second call is a no-op. Closing cannot
     * be cancelled.
     */
    public CompletableFuture<Void> close() {
        return run(LaneTask.Kind.CLEANUP, blocking -> closeHere());
    }

    /** Closes the connection, on its lane. */
    void closeHere() {
        lane.close();
        connection.close();
    }

    private CompletableFuture<Void> run(Consumer<Connection> work) {
        return run(LaneTask.Kind.WORK, work);
    }

    private CompletableFuture<Void> run(LaneTask.Kind kind, Consumer<Connection> work) {
        return lane.run(kind, () -> {
            work.accept(connection);
            return null;
        }, kind == LaneTask.Kind.CLEANUP ? null : limit, null);
    }

    private <T extends @Nullable Object> CompletableFuture<T> call(Callable<T> work) {
        return lane.run(LaneTask.Kind.WORK, work, limit, null);
    }
}

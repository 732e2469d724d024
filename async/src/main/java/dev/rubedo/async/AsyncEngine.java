package dev.rubedo.async;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.engine.TransactionalValue;
import dev.rubedo.event.Registration;
import dev.rubedo.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Engine} whose calls return immediately. Each connection has a lane: its calls are executed in order, one at
 * a time, by a virtual thread, or by a platform thread if the driver would pin the carrier of a virtual one. Cancelling
 * a future cancels its statement. Thread-safe.
 *
 * {@snippet :
 * AsyncEngine engine = AsyncEngine.create("postgresql://app@db/shop");
 * CompletableFuture<Long> count = engine.fromTransaction(connection -> connection.count(select(orders)));
 * }
 *
 * <p>Events are delivered to the listeners of {@link #engine() the blocking engine}, on the thread of a lane.
 */
public final class AsyncEngine implements AutoCloseable {

    private final Engine engine;
    private final AsyncOptions options;
    private final @Nullable LaneThreads threads;
    private final Registration watch;

    private AsyncEngine(Builder builder) {
        this.engine = builder.engine;
        var given = builder.threads;
        var own = given == null ? LaneThreads.of(engine) : null;
        this.threads = own;
        this.options = new AsyncOptions(given == null ? Objects.requireNonNull(own) : given, builder.callbacks,
                builder.isStrict, builder.cancelGrace, new AtomicBoolean());
        this.watch = engine.listen(new LaneListener());
    }

    /**
     * Creates an engine for a URL; {@link #close()} closes it.
     *
     * @throws dev.rubedo.error.RubedoException if the URL is invalid or the driver is missing
     */
    public static AsyncEngine create(String url) {
        return of(Engine.create(url));
    }

    /** Returns an asynchronous engine over an engine, with the default settings. */
    public static AsyncEngine of(Engine engine) {
        return builder(engine).build();
    }

    /** Returns a builder for an asynchronous engine over an engine. */
    public static Builder builder(Engine engine) {
        return new Builder(Objects.requireNonNull(engine, "engine"));
    }

    /** Returns the blocking engine. */
    public Engine engine() {
        return engine;
    }

    AsyncOptions options() {
        return options;
    }

    /**
     * Opens a connection. The future may have to wait for the pool. A connection that is obtained after the future was
     * cancelled is returned to the pool.
     */
    public CompletableFuture<AsyncConnection> connect() {
        return connect(new Lane(options));
    }

    /**
     * Opens a connection whose work must be completed before a deadline. When the deadline passes, the connection or
     * its calls fail with a {@link DeadlineException}, and only {@code rollback()} and {@code close()} are executed.
     */
    public CompletableFuture<AsyncConnection> connect(Deadline deadline) {
        return connect(new Lane(options, deadline));
    }

    private CompletableFuture<AsyncConnection> connect(Lane lane) {
        return lane.run(LaneTask.Kind.WORK, () -> new AsyncConnection(lane, engine.connect()), null,
                AsyncConnection::closeHere);
    }

    /**
     * Opens a connection, passes it to a block, commits when the stage of the block has completed, and closes it; rolls
     * back if the block or its stage fails, or if the future is cancelled. Once the commit has begun,
     * {@link CompletableFuture#cancel} returns false.
     */
    public <R extends @Nullable Object> CompletableFuture<R> fromTransaction(
            Function<? super AsyncConnection, ? extends CompletionStage<R>> block) {
        return fromTransaction(TransactionOptions.DEFAULT, block);
    }

    /**
     * Does the same with options.
     *
     * @param settings isolation, read-only and timeout; a retry is refused, since the block may have side effects on
     *     other threads
     */
    public <R extends @Nullable Object> CompletableFuture<R> fromTransaction(TransactionOptions settings,
            Function<? super AsyncConnection, ? extends CompletionStage<R>> block) {
        requireOnce(settings);
        var lane = new Lane(options);
        return Blocks.run(lane, connect(lane), settings, block);
    }

    /** Does the same before a deadline, after which the block is rolled back unless its commit has begun. */
    public <R extends @Nullable Object> CompletableFuture<R> fromTransaction(Deadline deadline,
            Function<? super AsyncConnection, ? extends CompletionStage<R>> block) {
        var lane = new Lane(options, deadline);
        return Blocks.run(lane, connect(lane), TransactionOptions.DEFAULT, block);
    }

    static void requireOnce(TransactionOptions settings) {
        if (settings.retries() > 0) {
            throw new IllegalArgumentException("A chain of stages cannot be repeated. Use runSync(options, ...), whose"
                    + " block is blocking code, or remove retry(...).");
        }
    }

    /** Does the same with a block that has no value. */
    public CompletableFuture<Void> inTransaction(
            Function<? super AsyncConnection, ? extends CompletionStage<?>> block) {
        return fromTransaction(connection -> block.apply(connection).thenApply(value -> null));
    }

    /** Runs blocking code in a transaction on a lane, commits and returns its value. */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(
            TransactionalValue<? super Connection, R, ?> block) {
        return runSync(TransactionOptions.DEFAULT, block);
    }

    /** Runs blocking code in a transaction with options on a lane, commits and returns its value. */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(TransactionOptions settings,
            TransactionalValue<? super Connection, R, ?> block) {
        return runSync(new Lane(options), settings, block);
    }

    /**
     * Runs blocking code in a transaction on a lane with a deadline. When the deadline passes, the current statement of
     * the code is cancelled or its next one is refused, and the transaction is rolled back.
     */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(Deadline deadline,
            TransactionalValue<? super Connection, R, ?> block) {
        return runSync(new Lane(options, deadline), TransactionOptions.DEFAULT, block);
    }

    private <R extends @Nullable Object> CompletableFuture<R> runSync(Lane lane, TransactionOptions settings,
            TransactionalValue<? super Connection, R, ?> block) {
        return lane.runOnce(() -> engine.fromTransaction(settings, connection -> {
            lane.reconsider();
            R value = block.run(connection);
            lane.decide();
            return value;
        }));
    }

    /**
     * Returns the rows of a query as a publisher. Each subscriber has a connection and a cursor of its own, and never
     * receives more than it requested. The connection is closed after the last row, an error or a cancellation.
     */
    public <T extends @Nullable Object> Flow.Publisher<T> stream(Statement<T> query, ExecuteOption... settings) {
        return new RowPublisher<>(() -> {
            var lane = new Lane(options);
            return new RowPublisher.Source<>(lane, () -> {
                var connection = engine.connect();
                return RowPublisher.Rows.of(() -> connection.execute(query, settings), connection::close);
            });
        });
    }

    /** Closes the blocking engine and its pool, and the threads of lanes. Blocks until idle connections are closed. */
    @Override
    public void close() {
        watch.remove();
        engine.close();
        if (threads != null) {
            threads.close();
        }
    }

    /** Executes {@link #close()} on another thread. */
    public CompletableFuture<Void> dispose() {
        return CompletableFuture.runAsync(this::close, task -> Thread.ofVirtual().name("rubedo-dispose").start(task));
    }

    @Override
    public String toString() {
        return "AsyncEngine(" + engine + ")";
    }

    /** The settings of an asynchronous engine. Confined to one thread at a time. */
    public static final class Builder {

        private final Engine engine;
        private @Nullable Executor threads;
        private @Nullable Executor callbacks;
        private boolean isStrict;
        private Duration cancelGrace = AsyncOptions.CANCEL_GRACE;

        private Builder(Engine engine) {
            this.engine = engine;
        }

        /**
         * Uses an executor for the calls instead of virtual threads. It must have a thread for each connection in use,
         * and is not closed with the engine.
         */
        public Builder executor(Executor executor) {
            this.threads = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Uses an executor for the stages that depend on calls. By default they are executed on the thread of the lane,
         * before its next call.
         */
        public Builder callbackExecutor(Executor executor) {
            this.callbacks = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** Makes a call fail while another one of the same session or connection is in progress. */
        public Builder strictConcurrency() {
            this.isStrict = true;
            return this;
        }

        /**
         * Limits how long a statement may continue to run after it was cancelled; by default 5 seconds. After that its
         * connection is closed, and the pool opens another one when needed.
         *
         * @param time the time; must be positive
         */
        public Builder cancelGrace(Duration time) {
            Deadline.requirePositive("cancelGrace", time);
            this.cancelGrace = time;
            return this;
        }

        /** Builds the asynchronous engine. */
        public AsyncEngine build() {
            return new AsyncEngine(this);
        }
    }
}

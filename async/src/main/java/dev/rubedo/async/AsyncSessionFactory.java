package dev.rubedo.async;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.engine.TransactionalValue;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A factory of asynchronous sessions.
 *
 * {@snippet :
 * AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, model);
 * CompletableFuture<User> user = sessions.fromTransaction(session -> session.require(USER, 5));
 * }
 *
 * <p>Thread-safe.
 */
public final class AsyncSessionFactory {

    private final AsyncEngine engine;
    private final SessionFactory sessions;

    private AsyncSessionFactory(AsyncEngine engine, SessionFactory sessions) {
        this.engine = engine;
        this.sessions = sessions;
    }

    /** Returns a factory whose sessions flush automatically and do not expire objects on commit. */
    public static AsyncSessionFactory of(AsyncEngine engine, Model model) {
        return of(engine, SessionFactory.builder(engine.engine(), model).expireOnCommit(false).build());
    }

    /**
     * Returns a factory with the settings and listeners of a blocking one.
     *
     * @throws IllegalArgumentException if the two have different engines
     */
    public static AsyncSessionFactory of(AsyncEngine engine, SessionFactory sessions) {
        Objects.requireNonNull(sessions, "sessions");
        if (sessions.engine() != engine.engine()) {
            throw new IllegalArgumentException(
                    "The session factory and the asynchronous engine use different engines. Build it with engine.engine().");
        }
        return new AsyncSessionFactory(engine, sessions);
    }

    /** Returns the blocking factory, for listeners. */
    public SessionFactory sessions() {
        return sessions;
    }

    /** Opens a session. It requests a connection with its first statement. */
    public AsyncSession open() {
        return new AsyncSession(new Lane(engine.options()), sessions);
    }

    /**
     * Opens a session whose work must be completed before a deadline. When it passes, the calls of the session fail
     * with a {@link DeadlineException}, and only {@code rollback()} and {@code close()} are executed.
     */
    public AsyncSession open(Deadline deadline) {
        return new AsyncSession(new Lane(engine.options(), deadline), sessions);
    }

    /**
     * Returns a registry of sessions, one for each scope, for programs that do not pass the session as an argument.
     *
     * @param scope returns an object that identifies the calling scope, such as the request; not the thread, because
     *     the stages of one scope are executed on several threads
     */
    public AsyncScopedSessions scoped(Supplier<?> scope) {
        return new AsyncScopedSessions(this, scope);
    }

    /**
     * Passes a new session to a block, commits when the stage of the block has completed, and closes it; rolls back if
     * the block or its stage fails, or if the future is cancelled. Once the commit has begun,
     * {@link CompletableFuture#cancel} returns false.
     */
    public <R extends @Nullable Object> CompletableFuture<R> fromTransaction(
            Function<? super AsyncSession, ? extends CompletionStage<R>> block) {
        return fromTransaction(new Lane(engine.options()), block);
    }

    /** Does the same before a deadline, after which the block is rolled back unless its commit has begun. */
    public <R extends @Nullable Object> CompletableFuture<R> fromTransaction(Deadline deadline,
            Function<? super AsyncSession, ? extends CompletionStage<R>> block) {
        return fromTransaction(new Lane(engine.options(), deadline), block);
    }

    private <R extends @Nullable Object> CompletableFuture<R> fromTransaction(Lane lane,
            Function<? super AsyncSession, ? extends CompletionStage<R>> block) {
        return Blocks.run(lane, new AsyncSession(lane, sessions), block);
    }

    /** Does the same with a block that has no value. */
    public CompletableFuture<Void> inTransaction(Function<? super AsyncSession, ? extends CompletionStage<?>> block) {
        return fromTransaction(session -> block.apply(session).thenApply(value -> null));
    }

    /** Runs blocking code with a new session on a lane, commits and returns its value. */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(
            TransactionalValue<? super Session, R, ?> block) {
        return runSync(TransactionOptions.DEFAULT, block);
    }

    /** Runs blocking code with a new session and options on a lane, commits and returns its value. */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(TransactionOptions settings,
            TransactionalValue<? super Session, R, ?> block) {
        return runSync(new Lane(engine.options()), settings, block);
    }

    /**
     * Runs blocking code with a new session on a lane with a deadline. When the deadline passes, the current statement
     * of the code is cancelled or its next one is refused, and the transaction is rolled back.
     */
    public <R extends @Nullable Object> CompletableFuture<R> runSync(Deadline deadline,
            TransactionalValue<? super Session, R, ?> block) {
        return runSync(new Lane(engine.options(), deadline), TransactionOptions.DEFAULT, block);
    }

    private <R extends @Nullable Object> CompletableFuture<R> runSync(Lane lane, TransactionOptions settings,
            TransactionalValue<? super Session, R, ?> block) {
        return lane.runOnce(() -> sessions.fromTransaction(settings, session -> {
            lane.reconsider();
            R value = block.run(session);
            lane.decide();
            return value;
        }));
    }

    /**
     * Returns the elements of a query as a publisher. Each subscriber has a session and a cursor of its own, and never
     * receives more than it requested. The session is closed after the last element, an error or a cancellation.
     *
     * @param options a fetch size, without which some drivers read the whole result at once
     */
    public <T extends @Nullable Object> Flow.Publisher<T> stream(Statement<T> query, ExecuteOption... options) {
        return new RowPublisher<>(() -> new RowPublisher.Source<>(new Lane(engine.options()), () -> {
            var session = sessions.open();
            return RowPublisher.Rows.of(() -> session.execute(query, options), session::close);
        }));
    }
}

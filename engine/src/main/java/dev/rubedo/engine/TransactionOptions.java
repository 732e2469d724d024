package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of a block that runs in a transaction: {@code readOnly().isolationLevel(SERIALIZABLE).retry(3)}. Each
 * method returns changed options. Immutable.
 */
public final class TransactionOptions {

    /** No options. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(ConnectionOptions.NONE, 0, List.of());

    private final ConnectionOptions connection;
    private final int retries;
    private final List<Class<? extends RuntimeException>> alsoRetried;

    private TransactionOptions(ConnectionOptions connection, int retries,
            List<Class<? extends RuntimeException>> alsoRetried) {
        requireRepeatable(connection.isolationLevel().orElse(null), retries);
        this.connection = connection;
        this.retries = retries;
        this.alsoRetried = List.copyOf(alsoRetried);
    }

    /**
     * Returns options for a read-only transaction, in which the database rejects writes. A database without such
     * transactions rejects the option with a {@link dev.rubedo.error.NotSupportedException}.
     */
    public static TransactionOptions readOnly() {
        return new TransactionOptions(ConnectionOptions.NONE.readOnly(true), 0, List.of());
    }

    /**
     * Returns options with an isolation level.
     *
     * @param level the level
     */
    public static TransactionOptions isolation(IsolationLevel level) {
        return DEFAULT.isolationLevel(level);
    }

    /**
     * Returns options that retry the block after a transient failure: a deadlock, a serialization failure, a lost
     * connection.
     *
     * @param times the maximum number of retries
     */
    public static TransactionOptions retrying(int times) {
        return DEFAULT.retry(times);
    }

    /**
     * Returns these options with an isolation level.
     *
     * @throws IllegalArgumentException if it is AUTOCOMMIT and retries are enabled
     */
    public TransactionOptions isolationLevel(IsolationLevel level) {
        return new TransactionOptions(connection.isolationLevel(level), retries, alsoRetried);
    }

    /**
     * Returns these options with a deferrable transaction, as {@link ConnectionOptions#deferrable(boolean)} describes:
     * {@code readOnly().isolationLevel(SERIALIZABLE).deferrable()}.
     */
    public TransactionOptions deferrable() {
        return new TransactionOptions(connection.deferrable(true), retries, alsoRetried);
    }

    /** Returns these options with a timeout for each statement of the block. */
    public TransactionOptions timeout(Duration limit) {
        return new TransactionOptions(connection.timeout(limit), retries, alsoRetried);
    }

    /**
     * Returns these options with retries after a transient failure. The block must not have effects outside the
     * database.
     *
     * @param times the maximum number of retries
     * @throws IllegalArgumentException if the number is negative, or if the isolation level is AUTOCOMMIT, in which
     * each statement is already committed
     */
    public TransactionOptions retry(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retry(" + times + "): the number must not be negative");
        }
        return new TransactionOptions(connection, times, alsoRetried);
    }

    /**
     * Returns these options, which also retry after failures of these classes. Typically this is
     * {@code StaleDataException}, which reports that another transaction has changed a versioned row: the repeated
     * block reads the new data. It must not use objects that were loaded before it. The number of retries is set by
     * {@link #retry}; without it, the options are rejected when they are used.
     *
     * @param failures the classes of the exceptions; other exceptions are only retried if they are transient
     */
    @SafeVarargs
    public final TransactionOptions retryOn(Class<? extends RuntimeException>... failures) {
        List<Class<? extends RuntimeException>> all = new ArrayList<>(alsoRetried);
        for (Class<? extends RuntimeException> failure : failures) {
            all.add(failure);
        }
        return new TransactionOptions(connection, retries, all);
    }

    /** Returns the maximum number of retries. */
    public int retries() {
        return retries;
    }

    /** Returns the options of the block's connection. */
    public ConnectionOptions connection() {
        return connection;
    }

    /**
     * Applies these options to a connection; its isolation level is unchanged if these options have none.
     *
     * @param target the connection
     * @throws IllegalArgumentException if retries are enabled and the connection is in AUTOCOMMIT, or if there are
     * classes to retry on but no retries
     */
    public void applyTo(Connection target) {
        requireRetries();
        var level = target.options().isolationLevel();
        var wanted = connection.isolationLevel().isPresent() || level.isEmpty() ? connection
                : connection.isolationLevel(level.get());
        target.options(own -> wanted);
        if (retries > 0) {
            requireRepeatable(target.isolationLevel(), retries);
        }
    }

    private void requireRetries() {
        if (retries == 0 && !alsoRetried.isEmpty()) {
            throw new IllegalArgumentException("retryOn("
                    + alsoRetried.stream().map(one -> one.getSimpleName() + ".class").collect(Collectors.joining(", "))
                    + ") has no number of retries, so nothing would be retried. Add retry(...), such as retry(3),"
                    + " or remove retryOn(...).");
        }
    }

    private static void requireRepeatable(@Nullable IsolationLevel level, int retries) {
        if (retries > 0 && level == IsolationLevel.AUTOCOMMIT) {
            throw new IllegalArgumentException("retry(" + retries + ") cannot be combined with the isolation level "
                    + "AUTOCOMMIT: a retry would repeat statements that are already committed. Remove one of the two.");
        }
    }

    /**
     * Runs an attempt that begins and ends its own transaction. After a transient failure, or one of the classes to
     * retry on, it is repeated as often as these options allow, after an increasing short pause.
     *
     * @param <R> the type of its result
     * @param <X> the exception it may throw
     * @param work one attempt
     * @throws X the exception of the last attempt
     * @throws IllegalArgumentException if there are classes to retry on but no retries
     */
    public <R extends @Nullable Object, X extends Exception> R repeat(Attempt<R, X> work) throws X {
        requireRetries();
        for (int attempt = 0;; attempt++) {
            try {
                return work.run();
            } catch (RuntimeException e) {
                if (attempt >= retries || !isRetried(e)) {
                    throw e;
                }
                // random, so that two transactions do not collide again
                long most = 1_000_000L << Math.min(attempt, 7);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
            }
        }
    }

    private boolean isRetried(RuntimeException failure) {
        return failure instanceof DatabaseException ofDatabase && ofDatabase.isRetryable()
                || alsoRetried.stream().anyMatch(one -> one.isInstance(failure));
    }

    /**
     * One attempt at a transaction. Confined to one thread at a time.
     *
     * @param <R> the type of its result
     * @param <X> the exception it may throw
     */
    @FunctionalInterface
    public interface Attempt<R extends @Nullable Object, X extends Exception> {

        /** Runs the attempt: begins, works, and commits or rolls back. */
        R run() throws X;
    }
}

package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.DatabaseException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Options of a block that runs in a transaction: {@code readOnly().isolationLevel(SERIALIZABLE).retry(3)}. Each method
 * returns changed options. Immutable.
 */
public final class TransactionOptions {

    /** No options. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(ConnectionOptions.NONE, 0);

    private final ConnectionOptions connection;
    private final int retries;

    private TransactionOptions(ConnectionOptions connection, int retries) {
        requireRepeatable(connection.isolationLevel().orElse(null), retries);
        this.connection = connection;
        this.retries = retries;
    }

    /**
     * Returns options for a transaction that only reads: the database refuses writes. One without such transactions
     * refuses the option, with a {@link dev.rubedo.error.NotSupportedException}.
     */
    public static TransactionOptions readOnly() {
        return new TransactionOptions(ConnectionOptions.NONE.readOnly(true), 0);
    }

    /**
     * Returns options for a transaction of an isolation level.
     *
     * @param level the level
     */
    public static TransactionOptions isolation(IsolationLevel level) {
        return DEFAULT.isolationLevel(level);
    }

    /**
     * Returns options for a block that is run again after a failure that may not happen again: a deadlock, a
     * serialization failure, a lost connection.
     *
     * @param times how often it is run again at most
     */
    public static TransactionOptions retrying(int times) {
        return DEFAULT.retry(times);
    }

    /**
     * Returns these options with an isolation level.
     *
     * @throws IllegalArgumentException
     *             if it is AUTOCOMMIT and the block may be run again
     */
    public TransactionOptions isolationLevel(IsolationLevel level) {
        return new TransactionOptions(connection.isolationLevel(level), retries);
    }

    /** Returns these options with a limit for each statement of the block. */
    public TransactionOptions timeout(Duration limit) {
        return new TransactionOptions(connection.timeout(limit), retries);
    }

    /**
     * Returns these options with repetition after a failure that may not happen again. The block must then have no
     * effects outside the database.
     *
     * @param times how often the block is run again at most
     * @throws IllegalArgumentException if the number is negative, or the isolation level is AUTOCOMMIT, where what ran
     *     is committed already
     */
    public TransactionOptions retry(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retry(" + times + "): the number must not be negative");
        }
        return new TransactionOptions(connection, times);
    }

    /** Returns how often the block is run again at most. */
    public int retries() {
        return retries;
    }

    /** Returns the options of the block's connection. */
    public ConnectionOptions connection() {
        return connection;
    }

    /**
     * Gives a connection these options; an isolation level that it has stays if these say none.
     *
     * @param target the connection
     * @throws IllegalArgumentException if the block may be run again and the connection is in AUTOCOMMIT
     */
    public void applyTo(Connection target) {
        var level = target.options().isolationLevel();
        var wanted = connection.isolationLevel().isPresent() || level.isEmpty() ? connection
                : connection.isolationLevel(level.get());
        target.options(own -> wanted);
        if (retries > 0) {
            requireRepeatable(target.isolationLevel(), retries);
        }
    }

    private static void requireRepeatable(@Nullable IsolationLevel level, int retries) {
        if (retries > 0 && level == IsolationLevel.AUTOCOMMIT) {
            throw new IllegalArgumentException("retry(" + retries + ") with the isolation level AUTOCOMMIT would run "
                    + "statements again that are committed already. Leave one of the two out.");
        }
    }

    /**
     * Runs work that is a transaction of its own, again after a failure that may not happen again, as often as these
     * options say, with a little pause that grows.
     *
     * @param <R> what it returns
     * @param <X> what it may throw
     * @param work one attempt
     * @throws X what the last attempt throws
     */
    public <R extends @Nullable Object, X extends Exception> R repeat(Attempt<R, X> work) throws X {
        for (int attempt = 0;; attempt++) {
            try {
                return work.run();
            } catch (DatabaseException e) {
                if (attempt >= retries || !e.isRetryable()) {
                    throw e;
                }
                // never the same pause for two, so that they do not meet again
                long most = 1_000_000L << Math.min(attempt, 7);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
            }
        }
    }

    /**
     * One attempt at a transaction. Confined to one thread at a time.
     *
     * @param <R> what it returns
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Attempt<R extends @Nullable Object, X extends Exception> {

        /** Makes the attempt: begins, works, and commits or rolls back. */
        R run() throws X;
    }
}

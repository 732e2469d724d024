package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of a block that runs in a transaction: {@code readOnly().isolationLevel(SERIALIZABLE).retry(3)}. Begin with
 * {@link #readOnly}, {@link #isolation}, {@link #retrying} or {@link #DEFAULT}; each other method returns changed
 * options. Immutable.
 */
public sealed interface TransactionOptions permits TransactionSettings {

    /** No options. */
    TransactionOptions DEFAULT = TransactionSettings.NONE;

    /**
     * Returns options for a read-only transaction, in which the database rejects writes. A database without such
     * transactions rejects the option with a {@link dev.rubedo.error.NotSupportedException}.
     */
    static TransactionOptions readOnly() {
        return TransactionSettings.NONE.withReadOnly();
    }

    /**
     * Returns options with an isolation level.
     *
     * @param level the level
     */
    static TransactionOptions isolation(IsolationLevel level) {
        return DEFAULT.isolationLevel(level);
    }

    /**
     * Returns options that retry the block after a transient failure: a deadlock, a serialization failure, a lost
     * connection.
     *
     * @param times the maximum number of retries
     */
    static TransactionOptions retrying(int times) {
        return DEFAULT.retry(times);
    }

    /**
     * Returns these options with an isolation level.
     *
     * @throws IllegalArgumentException if it is AUTOCOMMIT and retries are enabled
     */
    TransactionOptions isolationLevel(IsolationLevel level);

    /**
     * Returns these options with a deferrable transaction, as {@link ConnectionOptions#deferrable(boolean)} describes:
     * {@code readOnly().isolationLevel(SERIALIZABLE).deferrable()}.
     */
    TransactionOptions deferrable();

    /** Returns these options with a timeout for each statement of the block. */
    TransactionOptions timeout(Duration limit);

    /**
     * Returns these options with retries after a transient failure. The block must not have effects outside the
     * database.
     *
     * @param times the maximum number of retries
     * @throws IllegalArgumentException if the number is negative, or if the isolation level is AUTOCOMMIT, in which
     *     each statement is already committed
     */
    TransactionOptions retry(int times);

    /**
     * Returns these options, which also retry after failures of this class; call it once for each. Typically this is
     * {@code StaleDataException}, which reports that another transaction has changed a versioned row: the repeated
     * block reads the new data. It must not use objects that were loaded before it. The number of retries is set by
     * {@link #retry}; without it, the options are rejected when they are used.
     *
     * @param failure the class of the exceptions; other exceptions are only retried if they are transient
     */
    TransactionOptions retryOn(Class<? extends RuntimeException> failure);

    /** Returns the maximum number of retries. */
    int retries();

    /** Returns the options of the block's connection. */
    ConnectionOptions connection();

    /**
     * Applies these options to a connection; its isolation level is unchanged if these options have none.
     *
     * @param target the connection
     * @throws IllegalArgumentException if retries are enabled and the connection is in AUTOCOMMIT, or if there are
     *     classes to retry on but no retries
     */
    void applyTo(Connection target);

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
    <R extends @Nullable Object, X extends Exception> R repeat(Attempt<R, X> work) throws X;

    /**
     * One attempt at a transaction. Confined to one thread at a time.
     *
     * @param <R> the type of its result
     * @param <X> the exception it may throw
     */
    @FunctionalInterface
    interface Attempt<R extends @Nullable Object, X extends Exception> {

        /** Runs the attempt: begins, works, and commits or rolls back. */
        R run() throws X;
    }
}

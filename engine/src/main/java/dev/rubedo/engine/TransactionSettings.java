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

/** Options for a block as they were given. Immutable. */
final class TransactionSettings implements TransactionOptions {

    /** No options. */
    static final TransactionSettings NONE = new TransactionSettings(ConnectionOptions.NONE, 0, List.of());

    private final ConnectionOptions connection;
    private final int retries;
    private final List<Class<? extends RuntimeException>> alsoRetried;

    private TransactionSettings(ConnectionOptions connection, int retries,
            List<Class<? extends RuntimeException>> alsoRetried) {
        requireRepeatable(connection.isolationLevel().orElse(null), retries);
        this.connection = connection;
        this.retries = retries;
        this.alsoRetried = List.copyOf(alsoRetried);
    }

    @Override
    public TransactionOptions isolationLevel(IsolationLevel level) {
        return new TransactionSettings(connection.isolationLevel(level), retries, alsoRetried);
    }

    @Override
    public TransactionOptions deferrable() {
        return new TransactionSettings(connection.deferrable(true), retries, alsoRetried);
    }

    @Override
    public TransactionOptions timeout(Duration limit) {
        return new TransactionSettings(connection.timeout(limit), retries, alsoRetried);
    }

    @Override
    public TransactionOptions retry(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retry(" + times + "): the number must not be negative");
        }
        return new TransactionSettings(connection, times, alsoRetried);
    }

    @Override
    public TransactionOptions retryOn(Class<? extends RuntimeException> failure) {
        List<Class<? extends RuntimeException>> all = new ArrayList<>(alsoRetried);
        all.add(failure);
        return new TransactionSettings(connection, retries, all);
    }

    @Override
    public int retries() {
        return retries;
    }

    @Override
    public ConnectionOptions connection() {
        return connection;
    }

    @Override
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

    TransactionOptions withReadOnly() {
        return new TransactionSettings(connection.readOnly(true), retries, alsoRetried);
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

    @Override
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

    @Override
    public String toString() {
        return "TransactionOptions[" + connection + (retries == 0 ? "" : ", retry(" + retries + ")")
                + (alsoRetried.isEmpty() ? ""
                        : ", retryOn" + alsoRetried.stream().map(Class::getSimpleName)
                                .collect(Collectors.joining(", ", "(", ")")))
                + "]";
    }
}

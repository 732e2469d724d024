package dev.rubedo.migrate.run;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationLockException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock that prevents concurrent runs on a database. It ends with the process that holds it. Confined to one thread at
 * a time.
 */
abstract sealed class MigrationLock implements AutoCloseable
        permits NoLock, ServerLock, LockedRow, FileLock, MemoryLock {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * Acquires the lock.
     *
     * @throws MigrationLockException if another run holds it for longer than the options allow
     */
    static MigrationLock acquire(Connection connection, MigrationOptions options) {
        var lock = of(connection, options);
        long deadline = System.nanoTime() + options.lockTimeout().toNanos();
        try {
            while (!lock.tryAcquire()) {
                if (System.nanoTime() > deadline) {
                    throw new MigrationLockException("Another run of migrations holds the lock" + lock.holder()
                            + ", and did not release it within " + options.lockTimeout().toSeconds()
                            + " seconds. Wait until it has finished, or allow more time: lock-timeout in rubedo.toml, or MigrationOptions.lockTimeout from Java.");
                }
                LockSupport.parkNanos(PAUSE.toNanos() / 2 + ThreadLocalRandom.current().nextLong(PAUSE.toNanos()));
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    throw new MigrationLockException(
                            "The wait for the lock of another run of migrations was interrupted. Run again.");
                }
            }
            return lock;
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Returns a description of the current holder of the lock; empty if it is free. */
    static Optional<String> holder(Connection connection, MigrationOptions options) {
        try (var lock = of(connection, options)) {
            return lock.tryAcquire() ? Optional.empty() : Optional.of(lock.holder());
        }
    }

    private static MigrationLock of(Connection connection, MigrationOptions options) {
        if (options.lock() == LockMode.NONE || options.transactions() == TransactionMode.EXTERNAL) {
            return new NoLock();
        }
        return switch (connection.engine().backend().programLocks()) {
            case ProgramLocks.OfSession sql -> new ServerLock(apart(connection), sql, options);
            case ProgramLocks.OfFile file -> FileLock.of(connection, file);
            case ProgramLocks.OfRow row -> new LockedRow(connection.engine().connect(), options);
        };
    }

    /** Returns another connection, in auto-commit mode: an open transaction would make concurrent index builds wait. */
    private static Connection apart(Connection connection) {
        var other = connection.engine().connect();
        other.options(settings -> settings.isolationLevel(IsolationLevel.AUTOCOMMIT));
        return other;
    }

    /** Acquires the lock if it is free, without waiting. */
    abstract boolean tryAcquire();

    /** Returns a description of the holder of the lock, which begins with a space; empty if it is not known. */
    String holder() {
        return "";
    }

    /**
     * Checks that the lock is still held.
     *
     * @throws MigrationLockException if it was lost
     */
    abstract void verify();

    /** Returns the failure for a lock that ended with its connection. */
    static MigrationLockException lost() {
        return new MigrationLockException(
                "The connection that held the lock of migrations was lost, so another run may have started. No "
                        + "further revision was run. Check the state with the command current, and run again.");
    }

    /** Releases the lock if it is held. */
    @Override
    public abstract void close();
}

package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationLockException;
import dev.rubedo.schema.TextDdl;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * The limits on how long and how often the statements of a revision wait for locks of the application. While DDL waits
 * for a table, all later queries on that table queue behind it, so it waits briefly, gives up, and tries again after a
 * pause. A revision is repeated from the point to which its changes were rolled back. Immutable.
 *
 * @param first the waiting time of the first attempt, which grows with each attempt; zero for the server's default
 * @param longest the maximum waiting time
 * @param attempts the number of attempts, at least 1
 * @param pause the pause after the first attempt, which grows with each attempt and is randomized by half
 */
public record LockPatience(Duration first, Duration longest, int attempts, Duration pause) {

    /** Five attempts, with a waiting time that grows from 5 to 30 seconds. */
    public static final LockPatience DEFAULT = new LockPatience(Duration.ofSeconds(5), Duration.ofSeconds(30), 5,
            Duration.ofSeconds(1));
    /** One attempt, with the server's default waiting time. */
    public static final LockPatience OF_SERVER = new LockPatience(Duration.ZERO, Duration.ZERO, 1, Duration.ZERO);

    /** Checks the components. */
    public LockPatience {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(longest, "longest");
        Objects.requireNonNull(pause, "pause");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: must be at least 1, got " + attempts);
        }
    }

    /** Sets the waiting time of an attempt in the database. */
    void apply(int attempt, Connection connection) {
        if (!first.isZero()) {
            var wanted = first.multipliedBy(attempt);
            connection.engine().dialect().lockTimeout(wanted.compareTo(longest) > 0 ? longest : wanted)
                    .ifPresent(sql -> connection.execute(new TextDdl(sql)));
        }
    }

    /** Resets the waiting time in the database. */
    void end(Connection connection) {
        if (!first.isZero()) {
            connection.engine().dialect().lockTimeout(null).ifPresent(sql -> connection.execute(new TextDdl(sql)));
        }
    }

    /** Waits after an attempt. */
    void pauseAfter(int attempt) {
        long longestPause = pause.multipliedBy(attempt).toMillis();
        LockSupport.parkNanos(Duration.ofMillis(longestPause / 2
                + ThreadLocalRandom.current().nextLong(longestPause / 2 + 1)).toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new MigrationLockException("The wait for a lock was interrupted. Run again.");
        }
    }
}

package dev.rubedo.pool;

import dev.rubedo.error.ReadableDuration;
import java.time.Duration;
import java.util.Objects;

/**
 * The options of a {@link QueuePool}. Immutable.
 *
 * @param size the number of connections kept open, 0 for no limit
 * @param maxOverflow the number of connections opened beyond {@code size} when needed, -1 for no limit
 * @param overflowIdle how long connections beyond {@code size} stay open when unused; {@link Duration#ZERO} closes them
 *     on check-in. The actual time is between this duration and twice as long
 * @param timeout the total time to wait for a connection to become free or to be opened; {@link Duration#ZERO} does not
 *     wait for a free connection, and opens one without a limit
 * @param recycle the age after which a connection is replaced instead of being checked out, {@link Duration#ZERO} for
 *     never
 * @param prePing whether a connection is tested on each check-out
 * @param lifo whether the most recently used connection is checked out, so that the others can age; otherwise, the one
 *     that was unused for the longest time, so that all are used evenly
 * @param leakThreshold the time of use after which a warning names the code that checked out a connection;
 *     {@link Duration#ZERO} for no warnings and no recording of call sites
 * @param maximumWaiters the number of callers that may wait for a connection, -1 for no limit
 */
public record PoolOptions(int size, int maxOverflow, Duration overflowIdle, Duration timeout, Duration recycle,
        boolean prePing, boolean lifo, Duration leakThreshold, int maximumWaiters) {

    /**
     * The defaults: 5 connections, 10 additional ones that stay open for a minute, a timeout of 30 seconds, no
     * recycling, no pre-ping, and the most recently used connection first.
     */
    public static final PoolOptions DEFAULT = new PoolOptions(5, 10, Duration.ofMinutes(1), Duration.ofSeconds(30),
            Duration.ZERO, false, true, Duration.ZERO, -1);

    public PoolOptions {
        if (size < 0) {
            throw new IllegalArgumentException("poolSize must be 0 (no limit) or positive, got " + size);
        }
        if (maxOverflow < -1) {
            throw new IllegalArgumentException("maxOverflow must be -1 (no limit), 0 or positive, got " + maxOverflow);
        }
        if (maximumWaiters < -1) {
            throw new IllegalArgumentException("maximumWaiters must be -1 (no limit), 0 or positive, got "
                    + maximumWaiters);
        }
        Objects.requireNonNull(overflowIdle, "overflowIdle");
        Objects.requireNonNull(timeout, "poolTimeout");
        Objects.requireNonNull(recycle, "poolRecycle");
        Objects.requireNonNull(leakThreshold, "leakThreshold");
        if (leakThreshold.isNegative()) {
            throw new IllegalArgumentException("leakThreshold must not be negative, got " + leakThreshold);
        }
        if (overflowIdle.isNegative()) {
            throw new IllegalArgumentException("overflowIdle must not be negative, got " + overflowIdle);
        }
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("poolTimeout must not be negative, got " + ReadableDuration.of(timeout));
        }
        if (recycle.isNegative()) {
            throw new IllegalArgumentException("poolRecycle must not be negative, got " + recycle);
        }
    }

    /** Returns these options with another {@code size}. */
    public PoolOptions withSize(int newSize) {
        return new PoolOptions(newSize, maxOverflow, overflowIdle, timeout, recycle, prePing, lifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code maxOverflow}. */
    public PoolOptions withMaxOverflow(int newMaxOverflow) {
        return new PoolOptions(size, newMaxOverflow, overflowIdle, timeout, recycle, prePing, lifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code maximumWaiters}. */
    public PoolOptions withMaximumWaiters(int newMaximumWaiters) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, recycle, prePing, lifo, leakThreshold,
                newMaximumWaiters);
    }

    /** Returns these options with another {@code overflowIdle}. */
    public PoolOptions withOverflowIdle(Duration newOverflowIdle) {
        return new PoolOptions(size, maxOverflow, newOverflowIdle, timeout, recycle, prePing, lifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code timeout}. */
    public PoolOptions withTimeout(Duration newTimeout) {
        return new PoolOptions(size, maxOverflow, overflowIdle, newTimeout, recycle, prePing, lifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code recycle}. */
    public PoolOptions withRecycle(Duration newRecycle) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, newRecycle, prePing, lifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code prePing}. */
    public PoolOptions withPrePing(boolean newPrePing) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, recycle, newPrePing, lifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code lifo}. */
    public PoolOptions withLifo(boolean newLifo) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, recycle, prePing, newLifo, leakThreshold,
                maximumWaiters);
    }

    /** Returns these options with another {@code leakThreshold}. */
    public PoolOptions withLeakThreshold(Duration newLeakThreshold) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, recycle, prePing, lifo, newLeakThreshold,
                maximumWaiters);
    }

    /** Returns the maximum number of connections in use at once. */
    int limit() {
        return size == 0 || maxOverflow == -1 ? Integer.MAX_VALUE : Math.addExact(size, maxOverflow);
    }
}

package dev.rubedo.pool;

import java.time.Duration;
import java.util.Objects;

/**
 * The settings of a {@link QueuePool}. Immutable.
 *
 * @param size connections kept open, 0 for no limit
 * @param maxOverflow connections opened beyond {@code size} when needed, -1 for no limit
 * @param overflowIdle how long connections beyond {@code size} stay open unused (at least that, at most twice as long);
 *     {@link Duration#ZERO} closes them when they come back
 * @param timeout how long to wait for a connection, waiting for others and opening one taken together;
 *     {@link Duration#ZERO} waits for nobody, and opens without a limit
 * @param recycle the age from which a connection is replaced instead of lent, {@link Duration#ZERO} for never
 * @param prePing whether a connection is tested each time before it is lent
 */
public record PoolOptions(int size, int maxOverflow, Duration overflowIdle, Duration timeout, Duration recycle,
        boolean prePing) {

    /** The defaults: 5 connections, 10 more that stay for a minute, 30 seconds of patience, no recycling, no test. */
    public static final PoolOptions DEFAULT = new PoolOptions(5, 10, Duration.ofMinutes(1), Duration.ofSeconds(30),
            Duration.ZERO, false);

    public PoolOptions {
        if (size < 0) {
            throw new IllegalArgumentException("poolSize must be 0 (no limit) or positive, got " + size);
        }
        if (maxOverflow < -1) {
            throw new IllegalArgumentException("maxOverflow must be -1 (no limit), 0 or positive, got " + maxOverflow);
        }
        Objects.requireNonNull(overflowIdle, "overflowIdle");
        Objects.requireNonNull(timeout, "poolTimeout");
        Objects.requireNonNull(recycle, "poolRecycle");
        if (overflowIdle.isNegative()) {
            throw new IllegalArgumentException("overflowIdle must not be negative, got " + overflowIdle);
        }
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("poolTimeout must not be negative, got " + timeout);
        }
        if (recycle.isNegative()) {
            throw new IllegalArgumentException("poolRecycle must not be negative, got " + recycle);
        }
    }

    /** Returns these options with another {@code size}. */
    public PoolOptions withSize(int newSize) {
        return new PoolOptions(newSize, maxOverflow, overflowIdle, timeout, recycle, prePing);
    }

    /** Returns these options with another {@code maxOverflow}. */
    public PoolOptions withMaxOverflow(int newMaxOverflow) {
        return new PoolOptions(size, newMaxOverflow, overflowIdle, timeout, recycle, prePing);
    }

    /** Returns these options with another {@code overflowIdle}. */
    public PoolOptions withOverflowIdle(Duration newOverflowIdle) {
        return new PoolOptions(size, maxOverflow, newOverflowIdle, timeout, recycle, prePing);
    }

    /** Returns these options with another {@code timeout}. */
    public PoolOptions withTimeout(Duration newTimeout) {
        return new PoolOptions(size, maxOverflow, overflowIdle, newTimeout, recycle, prePing);
    }

    /** Returns these options with another {@code recycle}. */
    public PoolOptions withRecycle(Duration newRecycle) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, newRecycle, prePing);
    }

    /** Returns these options with another {@code prePing}. */
    public PoolOptions withPrePing(boolean newPrePing) {
        return new PoolOptions(size, maxOverflow, overflowIdle, timeout, recycle, newPrePing);
    }

    /** Returns the most connections that may be in use at once. */
    int limit() {
        return size == 0 || maxOverflow == -1 ? Integer.MAX_VALUE : Math.addExact(size, maxOverflow);
    }
}

package dev.rubedo.pool;

import java.time.Duration;

/**
 * The statistics of a pool since it was created. Immutable.
 *
 * @param checkOuts the number of check-outs
 * @param waits the number of callers that had to wait for a connection, whether they got one or not
 * @param waited the sum of their waiting times
 * @param timeouts the number of callers that got no connection in time, or were rejected because too many were waiting
 * @param opened the number of physical connections that were opened
 * @param invalidated the number of physical connections that were found to be unusable or too old
 */
public record PoolStatistics(long checkOuts, long waits, Duration waited, long timeouts, long opened,
        long invalidated) {

    /** The statistics of a pool that keeps none. */
    public static final PoolStatistics NONE = new PoolStatistics(0, 0, Duration.ZERO, 0, 0, 0);

    /** Returns the difference to earlier statistics of the same pool. */
    public PoolStatistics since(PoolStatistics earlier) {
        return new PoolStatistics(checkOuts - earlier.checkOuts, waits - earlier.waits, waited.minus(earlier.waited),
                timeouts - earlier.timeouts, opened - earlier.opened, invalidated - earlier.invalidated);
    }
}

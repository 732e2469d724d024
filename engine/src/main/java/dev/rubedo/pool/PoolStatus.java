package dev.rubedo.pool;

/**
 * The status of a pool at one moment.
 *
 * @param checkedOut the number of connections in use
 * @param idle the number of open but unused connections
 * @param limit the maximum number of connections in use at once, {@link Integer#MAX_VALUE} if there is no limit
 * @param waiting the approximate number of callers that wait for a connection
 */
public record PoolStatus(int checkedOut, int idle, int limit, int waiting) {}

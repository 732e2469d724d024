package dev.rubedo.pool;

/**
 * The numbers of a pool at one moment.
 *
 * @param checkedOut connections in use
 * @param idle connections open and unused
 * @param limit the most connections that may be in use at once, {@link Integer#MAX_VALUE} if there is no limit
 */
public record PoolStatus(int checkedOut, int idle, int limit) {}

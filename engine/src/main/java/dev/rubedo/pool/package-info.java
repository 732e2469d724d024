/**
 * Connection pools: who may use which physical JDBC connection, and for how long it lives.
 *
 * <p>{@link dev.rubedo.pool.QueuePool} is the usual one, {@link dev.rubedo.pool.NullPool} opens a connection for each
 * use and {@link dev.rubedo.pool.StaticPool} shares a single one. Nothing here knows SQL or dialects. Start reading at
 * {@link dev.rubedo.pool.ConnectionPool}.
 */
@NullMarked
package dev.rubedo.pool;

import org.jspecify.annotations.NullMarked;

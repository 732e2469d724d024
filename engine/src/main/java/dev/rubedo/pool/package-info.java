/**
 * Connection pools, which manage the use and the lifetime of physical JDBC connections.
 *
 * <p>{@link dev.rubedo.pool.QueuePool} is the default, {@link dev.rubedo.pool.NullPool} opens a connection for each use
 * and {@link dev.rubedo.pool.StaticPool} shares a single one. Nothing here depends on SQL or dialects. Start reading at
 * {@link dev.rubedo.pool.ConnectionPool}.
 */
@NullMarked
package dev.rubedo.pool;

import org.jspecify.annotations.NullMarked;

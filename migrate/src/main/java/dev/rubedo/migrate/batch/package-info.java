/**
 * Changes of a table by creating it anew and copying its rows, for SQLite. May use operations, their effect and their
 * rendering. Start reading at {@link dev.rubedo.migrate.batch.BatchPlan}.
 */
@NullMarked
package dev.rubedo.migrate.batch;

import org.jspecify.annotations.NullMarked;

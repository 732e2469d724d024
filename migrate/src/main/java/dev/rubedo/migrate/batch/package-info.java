/**
 * Changes of a table by recreating it and copying its rows, for SQLite. This package may use operations, their effect
 * and their rendering. Start reading at {@link dev.rubedo.migrate.batch.BatchPlan}.
 */
@NullMarked
package dev.rubedo.migrate.batch;

import org.jspecify.annotations.NullMarked;

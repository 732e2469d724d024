/**
 * The unit of work: changes become a plan (data that prints itself), ordered by dependencies and executed in batches of
 * one shape. Start reading at {@link dev.rubedo.orm.internal.flush.FlushPlanner}.
 */
@NullMarked
package dev.rubedo.orm.internal.flush;

import org.jspecify.annotations.NullMarked;

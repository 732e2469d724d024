/**
 * The unit of work: what changed becomes a plan (data that prints itself), ordered by what depends on what, executed in
 * batches of one shape. Start reading at {@link dev.rubedo.orm.internal.flush.FlushPlanner}.
 */
@NullMarked
package dev.rubedo.orm.internal.flush;

import org.jspecify.annotations.NullMarked;

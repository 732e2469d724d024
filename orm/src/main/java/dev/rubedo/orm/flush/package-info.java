/**
 * The plan of a flush, as data that prints itself: {@link dev.rubedo.orm.flush.FlushPlan} and its actions. Package
 * {@code orm.internal.flush} creates and executes it.
 */
@NullMarked
package dev.rubedo.orm.flush;

import org.jspecify.annotations.NullMarked;

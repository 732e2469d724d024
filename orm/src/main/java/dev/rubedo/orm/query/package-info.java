/**
 * Options of statements about entities: {@link dev.rubedo.orm.query.LoaderOption}. The planner in {@code
 * orm.internal.query} reads it.
 */
@NullMarked
package dev.rubedo.orm.query;

import org.jspecify.annotations.NullMarked;

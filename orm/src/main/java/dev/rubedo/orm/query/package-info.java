/**
 * Options of statements about entities: {@link dev.rubedo.orm.query.LoaderOption} selects what is loaded with the
 * entities, and how. The planner in {@code orm.internal.query} applies them.
 */
@NullMarked
package dev.rubedo.orm.query;

import org.jspecify.annotations.NullMarked;

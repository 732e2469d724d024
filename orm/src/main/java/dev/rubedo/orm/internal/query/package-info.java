/**
 * Query planning: {@link dev.rubedo.orm.internal.query.OrmPlanner} turns statements about entities into statements
 * about tables, with a {@link dev.rubedo.orm.internal.query.LoadPlan} that describes which columns belong to which
 * attributes and which relationships are loaded with them. Nothing here executes statements.
 */
@NullMarked
package dev.rubedo.orm.internal.query;

import org.jspecify.annotations.NullMarked;

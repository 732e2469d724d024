/**
 * Statements about entities: {@link dev.rubedo.orm.internal.query.OrmPlanner} turns them into statements about tables, with a {@link
 * dev.rubedo.orm.internal.query.LoadPlan} that says which columns are which attributes and what is loaded beside them. Nothing here executes anything.
 */
@NullMarked
package dev.rubedo.orm.internal.query;

import org.jspecify.annotations.NullMarked;

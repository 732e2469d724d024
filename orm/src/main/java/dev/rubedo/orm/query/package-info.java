/**
 * Statements about entities: {@link dev.rubedo.orm.query.OrmPlanner} turns them into statements about tables, with a {@link
 * dev.rubedo.orm.query.LoadPlan} that says which columns are which attributes and what is loaded beside them; {@link
 * dev.rubedo.orm.query.LoaderOption} says what is loaded with them. Nothing here executes anything.
 */
@NullMarked
package dev.rubedo.orm.query;

import org.jspecify.annotations.NullMarked;

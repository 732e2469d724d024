/**
 * Statements about entities: {@link dev.rubedo.orm.query.OrmPlanner} turns them into statements about tables, with a plan to read the
 * rows; {@link dev.rubedo.orm.query.LoaderOption} says what is loaded with them.
 */
@NullMarked
package dev.rubedo.orm.query;

import org.jspecify.annotations.NullMarked;

/**
 * The mapping of entities to tables: a {@link dev.rubedo.orm.model.Model} creates tables from entity definitions and
 * checks the foreign key or join table of each relationship. Listeners for entities and attributes are registered with
 * a model. Start reading at {@code Model}.
 */
@NullMarked
package dev.rubedo.orm.model;

import org.jspecify.annotations.NullMarked;

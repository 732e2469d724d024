package dev.rubedo.orm.session;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Statement;

/**
 * An UPDATE or DELETE statement for an entity that was executed. Immutable.
 *
 * @param statement the statement as the application passed it
 * @param entity the entity whose rows it changes
 * @param rowCount the number of changed rows, or -1 if the database does not report it
 */
public record BulkChange(Statement<?> statement, EntityPath<?> entity, long rowCount) {}

package dev.rubedo.orm.session;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.sql.Statement;

/**
 * An UPDATE or DELETE statement about an entity that was executed. Immutable.
 *
 * @param statement the statement as the program gave it
 * @param entity the entity whose rows it changes
 * @param rowCount the number of changed rows; -1 where the database does not tell
 */
public record BulkChange(Statement<?> statement, EntityPath<?> entity, long rowCount) {}

/**
 * What operations make of a schema in memory. Used to replay revisions without a database, and to create tables anew.
 * Start reading at {@link dev.rubedo.migrate.effect.SchemaReplay}.
 */
@NullMarked
package dev.rubedo.migrate.effect;

import org.jspecify.annotations.NullMarked;

/**
 * The effect of operations on a schema in memory. It is used to replay revisions without a database, and to recreate
 * tables. Start reading at {@link dev.rubedo.migrate.effect.SchemaReplay}.
 */
@NullMarked
package dev.rubedo.migrate.effect;

import org.jspecify.annotations.NullMarked;

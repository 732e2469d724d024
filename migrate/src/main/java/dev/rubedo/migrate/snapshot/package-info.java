/**
 * Schemas as plain data: tables, columns, constraints and indexes, without the objects of applications. Used by
 * operations, by their replay and by schema comparison; may use only the exceptions and Core. Start reading at
 * {@link dev.rubedo.migrate.snapshot.SchemaSnapshot}.
 */
@NullMarked
package dev.rubedo.migrate.snapshot;

import org.jspecify.annotations.NullMarked;

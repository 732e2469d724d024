/**
 * Schemas as plain data: what tables, columns, constraints and indexes are, without the objects of applications. Used
 * by operations, by their replay and by the comparison of schemas; may use only the exceptions and Core. Start reading
 * at {@link dev.rubedo.migrate.snapshot.SchemaSnapshot}.
 */
@NullMarked
package dev.rubedo.migrate.snapshot;

import org.jspecify.annotations.NullMarked;

/**
 * The operations of revisions as data: one record for each operation, each with its reverse, and {@code Operations},
 * which revisions call. This package depends on snapshots of schemas and Core, but neither on files nor on how
 * operations are performed. Start reading at {@link dev.rubedo.migrate.operation.Operations}.
 */
@NullMarked
package dev.rubedo.migrate.operation;

import org.jspecify.annotations.NullMarked;

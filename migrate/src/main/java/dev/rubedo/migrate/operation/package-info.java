/**
 * What revisions do, as data: one record for each operation, each with its reverse, and {@code Operations}, through which
 * a revision states them. Knows snapshots of schemas and Core, but neither files nor how operations are carried out.
 * Start reading at {@link dev.rubedo.migrate.operation.Operations}.
 */
@NullMarked
package dev.rubedo.migrate.operation;

import org.jspecify.annotations.NullMarked;

/**
 * Runs revisions on a database or writes them to a script: transactions, the version table, history, resuming and the
 * lock. Knows the graph, operations and how they are rendered, but no files. Start reading at
 * {@link dev.rubedo.migrate.run.MigrationContext}.
 */
@NullMarked
package dev.rubedo.migrate.run;

import org.jspecify.annotations.NullMarked;

/**
 * The running of revisions on a database, and writing them to a script: transactions, the version table, history,
 * resuming and the lock. This package depends on the graph, operations and their rendering, but not on files. Start
 * reading at {@link dev.rubedo.migrate.run.MigrationContext}.
 */
@NullMarked
package dev.rubedo.migrate.run;

import org.jspecify.annotations.NullMarked;

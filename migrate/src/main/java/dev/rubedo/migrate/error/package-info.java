/**
 * The exceptions of migrations, which contain only the names of revisions and tables. Every other package of migrations
 * can throw them. Start reading at {@link dev.rubedo.migrate.error.MigrationException}.
 */
@NullMarked
package dev.rubedo.migrate.error;

import org.jspecify.annotations.NullMarked;

/**
 * The exceptions of migrations, which name revisions and tables by their texts only. Every other package of migrations
 * can throw them. Start reading at {@link dev.rubedo.migrate.error.MigrationException}.
 */
@NullMarked
package dev.rubedo.migrate.error;

import org.jspecify.annotations.NullMarked;

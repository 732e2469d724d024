/**
 * Rules that find changes in revisions that can lose data, stop an application or fail. They examine recorded
 * operations and need no database. Start reading at {@link dev.rubedo.migrate.lint.Linter}.
 */
@NullMarked
package dev.rubedo.migrate.lint;

import org.jspecify.annotations.NullMarked;

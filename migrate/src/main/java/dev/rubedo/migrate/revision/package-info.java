/**
 * The graph of revisions: which comes after which, what a text such as {@code head} or {@code shop@-2} refers to, and
 * which steps lead from one state of a database to another. Knows neither files nor databases and may use only the
 * exceptions. Start reading at {@link dev.rubedo.migrate.revision.RevisionMap}.
 */
@NullMarked
package dev.rubedo.migrate.revision;

import org.jspecify.annotations.NullMarked;

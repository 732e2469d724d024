/**
 * The graph of revisions: their order, the resolution of references such as {@code head} or {@code shop@-2}, and the
 * steps that lead from one state of a database to another. This package depends neither on files nor on databases and
 * may use only the exceptions. Start reading at {@link dev.rubedo.migrate.revision.RevisionMap}.
 */
@NullMarked
package dev.rubedo.migrate.revision;

import org.jspecify.annotations.NullMarked;

/**
 * Writes operations as Java source of revisions. Start reading at {@link dev.rubedo.migrate.source.JavaSource}.
 */
@NullMarked
package dev.rubedo.migrate.source;

import org.jspecify.annotations.NullMarked;

/**
 * The whole SQL tree in one package, because expressions contain statements and statements contain expressions: nodes,
 * the entry point {@link dev.rubedo.sql.Sql}, and small interfaces for the layers above. Nodes are immutable and
 * compared by structure. Nothing here depends on a database. Start reading at {@link dev.rubedo.sql.Expression} and
 * {@link dev.rubedo.sql.Statement}.
 */
@NullMarked
package dev.rubedo.sql;

import org.jspecify.annotations.NullMarked;

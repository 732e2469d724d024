/**
 * The whole tree of SQL in one package, since expressions hold statements and statements hold expressions: nodes, the
 * front door {@link dev.rubedo.sql.Sql}, and small interfaces for what stands above. Nodes are immutable and compared
 * by structure; nothing here knows a database. Start reading at {@link dev.rubedo.sql.Expression} and
 * {@link dev.rubedo.sql.Statement}.
 */
@NullMarked
package dev.rubedo.sql;

import org.jspecify.annotations.NullMarked;

/**
 * The dialect of Microsoft SQL Server. It renders SQL for scripts and migrations; nothing here connects to a server.
 * The SQL was checked against the vendor's documentation (Transact-SQL reference) but not executed. Start reading at
 * {@link dev.rubedo.dialect.sqlserver.SqlServerDialect}.
 */
@NullMarked
package dev.rubedo.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;

/**
 * The dialect of Microsoft SQL Server. It writes SQL for scripts and migrations; nothing here connects to a server, and
 * the SQL was checked against the vendor's documentation (Transact-SQL reference) and not run. Start reading at
 * {@link dev.rubedo.dialect.sqlserver.SqlServerDialect}.
 */
@NullMarked
package dev.rubedo.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;

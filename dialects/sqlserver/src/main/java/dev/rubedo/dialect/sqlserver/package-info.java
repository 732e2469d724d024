/**
 * SQL Server: its dialect, JDBC backend and reflection. No server takes part in the builds of this project: the SQL is
 * compared with recorded text and parsed, the backend is tested on a scripted driver. Start reading at
 * {@link dev.rubedo.dialect.sqlserver.SqlServerDialect}.
 */
@NullMarked
package dev.rubedo.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;

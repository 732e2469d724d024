/**
 * SQL Server: its dialect, JDBC backend and reflection. This project is built without a SQL Server: its SQL is compared
 * with recorded text and parsed, and its backend is tested on a scripted driver. Start reading at
 * {@link dev.rubedo.dialect.sqlserver.SqlServerDialect}.
 */
@NullMarked
package dev.rubedo.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;

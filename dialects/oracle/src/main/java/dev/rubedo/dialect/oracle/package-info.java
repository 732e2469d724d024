/**
 * The dialect of Oracle Database. It writes SQL for scripts and migrations; nothing here connects to a server, and the
 * SQL was checked against the vendor's documentation (SQL Language Reference) and not run. Start reading at
 * {@link dev.rubedo.dialect.oracle.OracleDialect}.
 */
@NullMarked
package dev.rubedo.dialect.oracle;

import org.jspecify.annotations.NullMarked;

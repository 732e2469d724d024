/**
 * The dialect of Oracle Database. It renders SQL for scripts and migrations; nothing here connects to a server. The SQL
 * was checked against the vendor's documentation (SQL Language Reference) but not executed. Start reading at
 * {@link dev.rubedo.dialect.oracle.OracleDialect}.
 */
@NullMarked
package dev.rubedo.dialect.oracle;

import org.jspecify.annotations.NullMarked;

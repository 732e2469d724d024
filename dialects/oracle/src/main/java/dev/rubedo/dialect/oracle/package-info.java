/**
 * Oracle Database: its dialect, JDBC backend and reflection. This project is built without an Oracle server: its SQL is
 * compared with recorded text and parsed, and its backend is tested on a scripted driver. Start reading at
 * {@link dev.rubedo.dialect.oracle.OracleDialect}.
 */
@NullMarked
package dev.rubedo.dialect.oracle;

import org.jspecify.annotations.NullMarked;

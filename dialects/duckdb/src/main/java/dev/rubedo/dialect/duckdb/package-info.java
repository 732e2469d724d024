/**
 * DuckDB: its dialect, JDBC backend and reflection. Start reading at {@link dev.rubedo.dialect.duckdb.DuckDbDialect}.
 */
@NullMarked
package dev.rubedo.dialect.duckdb;

import org.jspecify.annotations.NullMarked;

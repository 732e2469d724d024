/**
 * PostgreSQL: its dialect, JDBC backend and reflection. Start reading at
 * {@link dev.rubedo.dialect.postgresql.PostgresDialect}.
 */
@NullMarked
package dev.rubedo.dialect.postgresql;

import org.jspecify.annotations.NullMarked;

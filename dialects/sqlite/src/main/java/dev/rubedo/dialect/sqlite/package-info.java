/**
 * SQLite: its dialect, JDBC backend and reflection. Start reading at {@link dev.rubedo.dialect.sqlite.SqliteDialect}.
 */
@NullMarked
package dev.rubedo.dialect.sqlite;

import org.jspecify.annotations.NullMarked;

package dev.rubedo.dialect.sqlite;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** SQLite passes every suite. */
@Databases("sqlite")
class SqliteTckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000000)"
                + " SELECT count(*) AS c FROM n").columns(literal(0L).as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        connection.execute(text("PRAGMA busy_timeout = 500"));
        connection.commit();
    }
}

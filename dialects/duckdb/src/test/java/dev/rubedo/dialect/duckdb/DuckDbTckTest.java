package dev.rubedo.dialect.duckdb;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** DuckDB passes every suite. */
@Databases("duckdb")
class DuckDbTckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT count(*) AS c FROM range(200000) a(x) CROSS JOIN range(100000) b(x)"
                + " WHERE (a.x * b.x) % 7 = 8").columns(literal(0L).as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        // nobody waits for a lock
    }

    @Override
    protected boolean preparedTransactionsSurvive() {
        return false;
    }

    @Override
    protected IsolationLevel isolationLevel() {
        return IsolationLevel.REPEATABLE_READ;
    }
}

package dev.rubedo.dialect.h2;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** H2 passes every suite. */
@Databases("h2")
class H2TckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT count(*) AS c FROM SYSTEM_RANGE(1, 20000) a CROSS JOIN SYSTEM_RANGE(1, 20000) b"
                + " WHERE MOD(a.x + b.x, 7) = 8").columns(literal(0L).as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        connection.execute(text("SET LOCK_TIMEOUT 500"));
        connection.commit();
    }

    @Override
    protected boolean preparedTransactionsSurvive() {
        return false;
    }
}

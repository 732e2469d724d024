package dev.rubedo.dialect.mysql;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** MySQL passes every suite. */
@Databases("mysql")
class MySqlTckTest extends AllSuites {

    /** An interrupted SLEEP is not an error here, so the server has to be busy. */
    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT count(*) AS c FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b,"
                + " information_schema.COLLATIONS d, (SELECT 1 UNION SELECT 2) e").columns(literal(0L).as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        connection.execute(text("SET SESSION innodb_lock_wait_timeout = 1"));
        connection.commit();
    }
}

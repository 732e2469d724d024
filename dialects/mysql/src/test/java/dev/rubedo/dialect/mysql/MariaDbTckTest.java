package dev.rubedo.dialect.mysql;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** MariaDB passes every suite. */
@Databases("mariadb")
class MariaDbTckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT SLEEP(6) AS c").columns(literal(0L).as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        connection.execute(text("SET SESSION innodb_lock_wait_timeout = 1"));
        connection.commit();
    }
}

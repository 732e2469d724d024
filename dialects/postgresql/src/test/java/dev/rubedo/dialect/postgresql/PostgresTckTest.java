package dev.rubedo.dialect.postgresql;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** PostgreSQL passes every suite; so must CockroachDB and YugabyteDB, if the URL of a server is given. */
@Databases({"postgresql", "cockroachdb", "yugabytedb"})
class PostgresTckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT CAST(pg_sleep(6) AS text) AS c").columns(literal("").as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        connection.execute(text("SET lock_timeout = '500ms'"));
        connection.commit();
    }
}

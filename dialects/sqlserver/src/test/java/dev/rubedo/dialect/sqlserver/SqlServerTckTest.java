package dev.rubedo.dialect.sqlserver;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;

/** Every suite on a server of SQL Server, if RUBEDO_MSSQL_URL names one. */
@Databases("mssql")
class SqlServerTckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT count(*) AS c FROM sys.all_columns a, sys.all_columns b, sys.all_columns d")
                .columns(literal(0L).as("c"));
    }

    @Override
    protected void limitLockWaits(Connection connection) {
        connection.execute(text("SET LOCK_TIMEOUT 1000"));
        connection.commit();
    }
}

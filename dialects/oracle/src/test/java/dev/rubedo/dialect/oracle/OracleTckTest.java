package dev.rubedo.dialect.oracle;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AllSuites;
import dev.rubedo.testing.Databases;
import java.time.Duration;

/** Every suite on a server of Oracle, if RUBEDO_ORACLE_URL names one. */
@Databases("oracle")
class OracleTckTest extends AllSuites {

    @Override
    protected Selectable<?> slowQuery() {
        return text("SELECT count(*) AS c FROM all_tab_cols a, all_tab_cols b, all_tab_cols d")
                .columns(literal(0L).as("c"));
    }

    /** A lock of a row is waited for as long as the statement may run. */
    @Override
    protected void limitLockWaits(Connection connection) {
        connection.options(options -> options.timeout(Duration.ofSeconds(1)));
    }
}

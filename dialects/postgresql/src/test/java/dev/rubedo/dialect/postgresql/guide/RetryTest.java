package dev.rubedo.dialect.postgresql.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.postgresql.CockroachTransactions;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import java.util.List;

/** The samples about transactions that are repeated. */
@Databases({"postgresql", "cockroachdb", "yugabytedb"})
class RetryTest {

    private int attempts;

    private int transfer(Connection connection) {
        attempts++;
        if (attempts % 2 == 1) {
            connection.executeDriverSql(
                    "DO $$ BEGIN RAISE EXCEPTION 'restart transaction' USING ERRCODE = '40001'; END $$", List.of());
        }
        return attempts;
    }

    @DatabaseTest
    void transactionsAreRepeated(Engine engine) {
        engine.inTransaction(TransactionOptions.retrying(5), connection -> transfer(connection));
        assertThat(attempts).isEqualTo(2);
        int balance = CockroachTransactions.fromTransaction(engine, 5, connection -> transfer(connection));
        assertThat(balance).isEqualTo(4);
    }
}

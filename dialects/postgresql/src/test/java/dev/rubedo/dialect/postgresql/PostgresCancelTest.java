package dev.rubedo.dialect.postgresql;

import static dev.rubedo.engine.ExecuteOption.onExecute;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.FaultProxy;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A request to cancel that comes too early has no effect, and one that comes late could end another statement. */
@Databases("postgresql")
class PostgresCancelTest {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Sends requests until the statement has ended. */
    private static void cancel(Execution execution) {
        while (execution.isRunning()) {
            execution.cancel();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static int server(Connection connection) {
        return connection.execute(text("SELECT pg_backend_pid() AS pid").columns(literal(0).as("pid"))).one();
    }

    /** The first request does nothing here, as if it had come before the server had read the statement. */
    @DatabaseTest(only = "postgresql")
    void aRequestWithoutEffectIsRepeated(Engine engine) {
        var block = text("""
                DO $$ BEGIN
                  BEGIN PERFORM pg_sleep(20); EXCEPTION WHEN query_canceled THEN NULL; END;
                  PERFORM pg_sleep(20);
                END $$""");
        try (var connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(block,
                    onExecute(execution -> Thread.ofVirtual().start(() -> cancel(execution)))))
                    .isInstanceOf(StatementTimeoutException.class);
            connection.rollback();
            assertThat(connection.execute(select(literal(7))).one()).isEqualTo(7);
        }
    }

    @DatabaseTest(only = "postgresql")
    void aConnectionIsNotUsedAgainWhileARequestMayBeUnderWay(TestDatabase database, FaultProxy network)
            throws Exception {
        var engine = database.newEngine(options -> options.connectArgument("cancelSignalTimeout", 1));
        try (var connection = engine.connect()) {
            int server = server(connection);
            var cancelled = new CompletableFuture<Boolean>();

            try {
                connection.execute(select(literal(1)), onExecute(execution -> {
                    network.stall();
                    execution.cancel();
                    cancelled.complete(true);
                    network.reopen();
                }));
            } catch (StatementTimeoutException e) {
                // the late request may arrive while this statement is executed
            }

            assertThat(cancelled.get(1, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(connection::commit).isInstanceOf(DisconnectedException.class)
                    .hasMessageContaining("a request to cancel its statement took so long");
            connection.rollback();
            assertThat(server(connection)).isNotEqualTo(server);
        }
    }
}

package dev.rubedo.async;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A cancelled future cancels its statement; one database executes in the process, the other one on a server. */
@Databases({"sqlite", "postgresql"})
class CancelledStatementTest {

    /** Reports when a statement is sent. */
    private record Sent(CountDownLatch latch) implements ExecutionListener {
        @Override
        public void beforeExecute(Execution execution) {
            latch.countDown();
        }
    }

    @DatabaseTest
    void aCancelledFutureCancelsItsStatementAndTheConnectionStaysUsable(Engine engine) throws InterruptedException {
        var async = Numbers.patient(engine);
        var sent = new CountDownLatch(1);
        engine.listen(new Sent(sent));
        var connection = async.connect().join();
        var slow = connection.execute(text(engine.dialectName().equals("sqlite")
                ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) "
                        + "SELECT count(*) FROM n"
                : "SELECT pg_sleep(60)"));
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();

        slow.cancel(true);
        var after = connection.rollback().thenCompose(done -> connection.one(select(literal(7))));

        assertThat(slow).isCancelled();
        assertThat(after.orTimeout(100, TimeUnit.SECONDS).join()).isEqualTo(7);
        connection.close().join();
    }
}

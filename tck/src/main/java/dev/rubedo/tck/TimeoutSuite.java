package dev.rubedo.tck;

import static dev.rubedo.engine.ExecuteOption.onExecute;
import static dev.rubedo.engine.ExecuteOption.tag;
import static dev.rubedo.engine.ExecuteOption.timeout;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.sql.Selectable;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;

/** Operations that take too long are ended, and the connection remains usable. */
@Timeout(60)
public abstract class TimeoutSuite {

    /**
     * Returns a query that ends after some seconds, so that an ineffective timeout fails the test instead of blocking
     * it.
     */
    protected abstract Selectable<?> slowQuery();

    @DatabaseTest
    void aStatementThatTakesTooLongIsEnded(Engine engine) {
        long begin = System.nanoTime();
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(slowQuery(), timeout(Duration.ofSeconds(1))).rows())
                    .isInstanceOf(StatementTimeoutException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
            connection.rollback();
            assertThat(connection.execute(select(literal(1))).one()).isEqualTo(1);
        }
    }

    /**
     * The timeout may expire before the database has begun the statement, so that the first cancel request has no
     * effect.
     */
    @DatabaseTest
    void aTimeoutThatPassesBeforeTheStatementBeginsEndsIt(Engine engine) {
        try (Connection connection = engine.connect()) {
            for (int round = 0; round < 3; round++) {
                assertThatThrownBy(() -> connection.execute(slowQuery(), timeout(Duration.ofNanos(1000))).rows())
                        .isInstanceOf(StatementTimeoutException.class);
                connection.rollback();
                assertThat(connection.execute(select(literal(1))).one()).isEqualTo(1);
            }
        }
    }

    @DatabaseTest
    void aStatementIsCancelledFromAnotherThread(Engine engine) {
        engine.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                if (execution.tag().equals("slow")) {
                    Thread.ofPlatform().daemon().start(() -> cancelSoon(execution));
                }
            }
        });
        long begin = System.nanoTime();
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(slowQuery(), tag("slow")).rows())
                    .isInstanceOf(StatementTimeoutException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
            connection.rollback();
            assertThat(connection.execute(select(literal(1))).one()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void anExecutionIsCancelledThroughItsOption(Engine engine) {
        try (Connection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.execute(slowQuery(),
                    onExecute(execution -> Thread.ofPlatform().daemon().start(() -> cancelSoon(execution)))).rows())
                    .isInstanceOf(StatementTimeoutException.class);
            connection.rollback();
            assertThat(connection.execute(select(literal(1)), onExecute(Execution::cancel)).one()).isEqualTo(1);
        }
    }

    private static void cancelSoon(Execution execution) {
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        execution.cancel();
    }

    @DatabaseTest
    void aStatementThatHasEndedIsNotCancelled(Engine engine) {
        var executions = new ArrayList<Execution>();
        engine.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                executions.add(execution);
            }
        });
        try (Connection connection = engine.connect()) {
            assertThat(connection.execute(select(literal(1))).one()).isEqualTo(1);
            executions.forEach(Execution::cancel);

            assertThat(connection.execute(select(literal(2))).one()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aCancellationThatComesWithTheResponseDoesNotEndTheNextStatement(Engine engine) {
        engine.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                if (execution.tag().equals("late")) {
                    execution.cancel();
                }
            }
        });
        try (Connection connection = engine.connect()) {
            var query = select(literal(7));
            for (int round = 0; round < 3; round++) {
                try {
                    assertThat(connection.execute(query, tag("late")).one()).isEqualTo(7);
                } catch (StatementTimeoutException cancelled) {
                    // the driver may still end the reading of the rows
                    connection.rollback();
                }

                assertThat(connection.execute(query).one()).isEqualTo(7);
            }
        }
    }

    @DatabaseTest
    void aStatementInTimeIsNotDisturbed(Engine engine) {
        try (Connection connection = engine.connect()) {
            assertThat(connection.execute(select(literal(1)), timeout(Duration.ofSeconds(5))).one()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void waitingForAConnectionEndsAfterThePoolTimeout(TestDatabase database) {
        Engine engine = database
                .newEngine(builder -> builder.poolSize(1).maxOverflow(0).poolTimeout(Duration.ofSeconds(3)));
        try (Connection holder = engine.connect()) {
            assertThat(holder.execute(select(literal(1))).one()).isEqualTo(1);

            assertThatThrownBy(engine::connect).isInstanceOf(PoolTimeoutException.class);
        }
        engine.connect().close();
    }

    /** DuckDB never waits: the second writer fails at once. */
    @DatabaseTest(except = "duckdb")
    void waitingForALockIsReportedAsSuch(TestDatabase database) {
        Engine engine = database.engine();
        Shop shop = Shop.filled(engine);
        try (Connection holder = engine.connect(); Connection other = engine.connect()) {
            limitLockWaits(other);
            var change = update(shop.users).set(shop.users.age, 1).where(shop.users.id.eq(1L));
            holder.execute(change);

            assertThatThrownBy(() -> other.execute(change)).isInstanceOf(LockTimeoutException.class);
            other.rollback();
            holder.rollback();
        }
    }

    /** Limits the connection's wait for locks to about a second. */
    protected abstract void limitLockWaits(Connection connection);
}

package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.Connector;
import dev.rubedo.pool.NullPool;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import dev.rubedo.pool.StaticPool;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A driver that throws what JDBC does not allow, at each of its calls: nobody ever gets the answer to another question. */
class DriverFaultTest {

    private static final Users USERS = new Users();

    /** Every kind of failure with every pool. */
    static Stream<Arguments> faults() {
        Map<String, Supplier<Throwable>> failures = Map.of("RuntimeException",
                () -> new IllegalArgumentException("oops"),
                "StackOverflowError", StackOverflowError::new, "OutOfMemoryError", OutOfMemoryError::new);
        Map<String, Function<Connector, ConnectionPool>> pools = Map.of("QueuePool",
                connector -> new QueuePool(connector, PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0)
                        .withTimeout(Duration.ofSeconds(2))),
                "NullPool", NullPool::new, "StaticPool", StaticPool::new);
        return failures.keySet().stream().flatMap(failure -> pools.keySet().stream()
                .map(pool -> Arguments.of(failure + " with " + pool, failures.get(failure), pools.get(pool))));
    }

    private static Engine engine(QueuedJdbc driver, Function<Connector, ConnectionPool> pool) {
        return new EngineBuilder(DatabaseUrl.of("fake://host/db")).engine(new FakeJdbc(), driver, pool);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void noAnswerGoesToTheNextUserOfThePool(String name, Supplier<Throwable> failure,
            Function<Connector, ConnectionPool> pool) {
        forEachCall(failure, pool, (engine, driver) -> {
            try (var connection = engine.connect()) {
                work(connection);
            } catch (RuntimeException | Error e) {
                requireExpected(e, failure);
            }

            driver.repair();
            for (int number = 1; number <= 20; number++) {
                try (var connection = engine.connect()) {
                    assertThat(connection.one(select(literal(number)))).isEqualTo(number);
                }
            }
            assertThat(engine.poolStatus().checkedOut()).isZero();
            assertThat(driver.openConnections()).isLessThanOrEqualTo(1);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void noAnswerGoesToTheNextStatementOfTheConnection(String name, Supplier<Throwable> failure,
            Function<Connector, ConnectionPool> pool) {
        forEachCall(failure, pool, (engine, driver) -> {
            Connection connection;
            try {
                connection = engine.connect();
            } catch (RuntimeException | Error e) {
                requireExpected(e, failure);
                driver.repair();
                return;
            }
            try (connection) {
                try {
                    work(connection);
                } catch (RuntimeException | Error e) {
                    requireExpected(e, failure);
                }
                driver.repair();
                askWithoutCare(connection);
                connection.rollback();
                for (int number = 1; number <= 20; number++) {
                    assertThat(connection.one(select(literal(number)))).isEqualTo(number);
                }
            }
        });
    }

    /** In a transaction that is lost every statement is refused; else it gets its own answer. */
    private static void askWithoutCare(Connection connection) {
        for (int number = 1; number <= 3; number++) {
            try {
                assertThat(connection.one(select(literal(number)))).isEqualTo(number);
            } catch (RubedoException e) {
                assertThat(e).isInstanceOf(DisconnectedException.class);
            }
        }
    }

    private static void requireExpected(Throwable thrown, Supplier<Throwable> failure) {
        var cause = thrown instanceof RubedoException && thrown.getCause() != null ? thrown.getCause() : thrown;
        assertThat(cause.getClass()).as(String.valueOf(thrown)).isIn(failure.get().getClass(),
                DisconnectedException.class);
    }

    private static void forEachCall(Supplier<Throwable> failure, Function<Connector, ConnectionPool> pool,
            BiConsumer<Engine, QueuedJdbc> test) {
        int call = 0;
        boolean hasFailed;
        do {
            var driver = new QueuedJdbc(failure);
            driver.failAtCall(++call);
            try (var engine = engine(driver, pool)) {
                test.accept(engine, driver);
                hasFailed = driver.hasFailed();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("failure at call " + call, e);
            }
        } while (hasFailed);
        assertThat(call).isGreaterThan(60);
    }

    /** Everything that calls the driver. */
    private static void work(Connection connection) {
        connection.options(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE).readOnly(true)
                .timeout(Duration.ofSeconds(5)).fetchSize(10));
        connection.execute(select(USERS.id, USERS.name).where(USERS.name.eq("Ada"))).all();
        try (var reader = new Closing(connection.prepared().read(select(USERS.id), Map.of()))) {
            reader.in().next();
            reader.in().getLong(1);
            reader.in().getLongOrNull(1);
            reader.in().getString(1);
        }
        var savepoint = connection.savepoint();
        connection.execute(update(USERS).set(USERS.name, "Eve").where(USERS.id.eq(1L)));
        savepoint.rollback();
        connection.savepoint().commit();
        connection.executeMany(insertInto(USERS).values(USERS.name, bind("name", Types.string(50))),
                List.of(Map.of("name", "Ada"), Map.of("name", "Ben")));
        connection.execute(text("SELECT 1")).all();
        connection.execute(text("UPDATE x"));
        var insert = connection.prepared().prepare(insertInto(USERS).values(USERS.name, "Ada"));
        connection.prepared().insertRows(insert, 1, (row, out) -> out.setString("Ada"), (row, in) -> in.getLong(1));
        connection.rows("SELECT 1");
        connection.isolationLevel();
        connection.commit();
        connection.execute(select(literal(1))).all();
        connection.rollback();
    }

    /** A reader in a try block. */
    private record Closing(dev.rubedo.result.RowReader in) implements AutoCloseable {
        @Override
        public void close() {
            in.close();
        }
    }

    @Test
    void aFailureOfTheUsersTypeCostsNoConnection() {
        var driver = new QueuedJdbc(AssertionError::new);
        try (var engine = engine(driver, connector -> new QueuePool(connector, PoolOptions.DEFAULT));
                var connection = engine.connect()) {
            var refusing = select(literalColumn("a", new Refusing()));

            assertThatThrownBy(() -> connection.execute(refusing).all()).isInstanceOf(ResultException.class)
                    .hasMessageContaining("not a colour").hasCauseInstanceOf(IllegalStateException.class);

            assertThat(connection.isInTransaction()).isTrue();
            assertThat(connection.one(select(literal(5)))).isEqualTo(5);
            connection.commit();
        }
    }

    /** A type of a user that can read nothing. */
    private record Refusing() implements CustomType<String, String> {

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public SqlType<String> storage() {
            return Types.string(50);
        }

        @Override
        public @Nullable String toStorage(@Nullable String value) {
            throw new IllegalStateException("not a colour");
        }

        @Override
        public @Nullable String fromStorage(@Nullable String stored) {
            throw new IllegalStateException("not a colour");
        }
    }

    @Test
    void aSecondThreadInAConnectionIsNoticed() throws Exception {
        var driver = new QueuedJdbc(AssertionError::new);
        try (var engine = engine(driver, connector -> new QueuePool(connector, PoolOptions.DEFAULT));
                var connection = engine.connect()) {
            var gate = new CountDownLatch(1);
            driver.gate = gate;
            var first = CompletableFuture.supplyAsync(() -> {
                Thread.currentThread().setName("first");
                return connection.one(select(literal(1)));
            });
            driver.waiting.await();

            assertThatThrownBy(() -> connection.one(select(literal(2)))).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("while thread \"first\" is using it")
                    .hasMessageContaining("get another one from engine.connect()");
            assertThatThrownBy(connection::commit).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("while thread \"first\" is using it");
            gate.countDown();

            assertThat(first.get()).isEqualTo(1);
            assertThat(connection.one(select(literal(3)))).isEqualTo(3);
        }
    }
}

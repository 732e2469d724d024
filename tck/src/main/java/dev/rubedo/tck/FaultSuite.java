package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.FaultProxy;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** The network between engine and server is cut, stalled and restored. */
@Timeout(30)
public abstract class FaultSuite {

    @DatabaseTest
    void aCutIsReportedAsADisconnect(Engine engine, FaultProxy network) {
        try (Connection connection = engine.connect()) {
            connection.execute(select(literal(1))).one();

            network.disconnect();

            assertThatThrownBy(() -> connection.execute(select(literal(2))).one())
                    .isInstanceOf(DisconnectedException.class);
        }
    }

    @DatabaseTest
    void aTransactionThatWasCutLeavesNothingBehind(Engine engine, FaultProxy network) {
        Shop shop = Shop.filled(engine);
        assertThatThrownBy(() -> engine.inTransaction(connection -> {
            connection.execute(update(shop.users).set(shop.users.name, "Eve").where(shop.users.id.eq(1L)));
            network.disconnect();
            connection.execute(update(shop.users).set(shop.users.name, "Fay").where(shop.users.id.eq(2L)));
        })).isInstanceOf(DisconnectedException.class);

        List<String> names = engine.fromTransaction(connection -> connection
                .execute(select(shop.users.name).where(shop.users.id.le(2L)).orderBy(shop.users.id)).all());
        assertThat(names).containsExactly("Ada", "Ben");
    }

    @DatabaseTest
    void afterACutEveryConnectionOfThePoolIsMadeAnew(Engine engine, FaultProxy network) {
        Connection first = engine.connect();
        Connection second = engine.connect();
        first.execute(select(literal(1))).one();
        second.execute(select(literal(1))).one();
        first.rollback();
        second.rollback();
        second.close();
        network.disconnect();
        assertThatThrownBy(() -> first.execute(select(literal(1))).one()).isInstanceOf(DisconnectedException.class);
        first.close();

        for (int round = 0; round < 3; round++) {
            int found = engine.fromTransaction(connection -> connection.execute(select(literal(7))).one());
            assertThat(found).isEqualTo(7);
        }
    }

    @DatabaseTest
    void aPingBeforeUseHidesACutFromTheUser(TestDatabase database, FaultProxy network) {
        Engine engine = database.newEngine(builder -> builder.poolPrePing(true));
        engine.inTransaction(connection -> connection.execute(select(literal(1))).one());

        network.disconnect();

        int found = engine.fromTransaction(connection -> connection.execute(select(literal(7))).one());
        assertThat(found).isEqualTo(7);
    }

    @DatabaseTest
    void anUnreachableServerIsAnErrorAndItsReturnIsNoticed(Engine engine, FaultProxy network) {
        network.cut();

        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(select(literal(1))).one()))
                .isInstanceOf(RubedoException.class);
        network.reopen();

        int found = engine.fromTransaction(connection -> connection.execute(select(literal(7))).one());
        assertThat(found).isEqualTo(7);
    }

    @DatabaseTest
    void askingAnUnreachableServerForAConnectionIsADisconnect(Engine engine, FaultProxy network) {
        network.cut();

        assertThatThrownBy(engine::connect).isInstanceOf(DisconnectedException.class);

        network.reopen();
        engine.connect().close();
    }

    @DatabaseTest
    void aCutInTheMiddleOfAnAnswerIsADisconnect(Engine engine, FaultProxy network) {
        Shop shop = Shop.filled(engine);
        try (Connection connection = engine.connect()) {
            connection
                    .execute(insertInto(shop.users).rows(java.util.stream.LongStream.range(100, 2100).boxed().toList(),
                            (row, id) -> row.set(shop.users.id, id).set(shop.users.name, "n".repeat(40))));
            connection.commit();
            connection.execute(select(literal(1))).one();

            network.cutAfter(20_000);

            assertThatThrownBy(() -> connection.execute(select(shop.users)).all())
                    .isInstanceOf(DisconnectedException.class);
        }
    }

    @DatabaseTest
    void aStalledNetworkDelaysButLosesNothing(Engine engine, FaultProxy network) throws Exception {
        try (Connection connection = engine.connect()) {
            connection.execute(select(literal(1))).one();
            network.stall();
            CompletableFuture<Integer> answer = CompletableFuture
                    .supplyAsync(() -> connection.execute(select(literal(7))).one());

            assertThat(answer).isNotCompleted();
            network.reopen();

            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    @DatabaseTest
    void aNetworkThatStallsWhileConnectionsAreOpenedEndsWithThePoolTimeout(TestDatabase database, FaultProxy network)
            throws Exception {
        Engine engine = database.newEngine(builder -> builder.poolTimeout(Duration.ofSeconds(1)));
        network.stall();
        var failures = new java.util.concurrent.CopyOnWriteArrayList<Throwable>();
        long begin = System.nanoTime();

        Runnable call = () -> failures.add(catchThrowable(engine::connect));
        List<Thread> threads = List.of(Thread.ofVirtual().start(call), Thread.ofVirtual().start(call),
                Thread.ofVirtual().start(call), Thread.ofPlatform().start(call));
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).hasSize(4).allSatisfy(e -> assertThat(e).isInstanceOf(PoolTimeoutException.class));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        assertThat(engine.poolStatus().checkedOut()).isZero();
        network.reopen();
        try (Engine patient = database.newEngine(builder -> builder)) {
            patient.connect().close();
        }
    }

    @DatabaseTest
    void afterALossEveryStatementOfTheTransactionReportsTheLoss(Engine engine, FaultProxy network) {
        try (Connection connection = engine.connect()) {
            connection.execute(select(literal(1))).one();
            network.disconnect();
            assertThatThrownBy(() -> connection.execute(select(literal(2))).one())
                    .isInstanceOf(DisconnectedException.class);

            assertThatThrownBy(() -> connection.execute(select(literal(3))).one())
                    .isInstanceOfSatisfying(DisconnectedException.class, e -> {
                        assertThat(e.isOutcomeUnknown()).isFalse();
                        assertThat(e.isRetryable()).isTrue();
                    });
        }
    }

    @DatabaseTest
    void afterALossInTheCommitTheOutcomeStaysUnknown(Engine engine, FaultProxy network) {
        Shop shop = Shop.filled(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(update(shop.users).set(shop.users.age, 1).where(shop.users.id.eq(1L)));
            network.cutAfter(0);
            assertThatThrownBy(connection::commit).isInstanceOf(DisconnectedException.class);

            assertThatThrownBy(() -> connection.execute(select(literal(3))).one())
                    .isInstanceOfSatisfying(DisconnectedException.class, e -> {
                        assertThat(e.isOutcomeUnknown()).isTrue();
                        assertThat(e.isRetryable()).isFalse();
                    });
            network.reopen();
        }
    }

    @DatabaseTest
    void retryingRepeatsTheBlockAfterACut(Engine engine, FaultProxy network) {
        Shop shop = Shop.filled(engine);
        var attempts = new java.util.concurrent.atomic.AtomicInteger();

        engine.inTransaction(dev.rubedo.engine.TransactionOptions.retrying(3), connection -> {
            connection.execute(update(shop.users).set(shop.users.age, shop.users.age.plus(1))
                    .where(shop.users.id.eq(1L)));
            if (attempts.incrementAndGet() == 1) {
                network.disconnect();
            }
            connection.execute(select(shop.users.id)).all();
        });

        assertThat(attempts).hasValue(2);
        List<String> changed = engine.fromTransaction(connection -> connection
                .execute(select(shop.users.name).where(shop.users.age.eq(37))).all());
        assertThat(changed).containsExactly("Ada");
    }

    @DatabaseTest
    void aBlockIsNotRepeatedWhenItsCommitGotNoAnswer(Engine engine, FaultProxy network) {
        Shop shop = Shop.filled(engine);
        var attempts = new java.util.concurrent.atomic.AtomicInteger();

        assertThatThrownBy(() -> engine.inTransaction(dev.rubedo.engine.TransactionOptions.retrying(3), connection -> {
            connection.execute(update(shop.users).set(shop.users.age, shop.users.age.plus(1))
                    .where(shop.users.id.eq(1L)));
            attempts.incrementAndGet();
            network.cutAfter(0);
        })).isInstanceOfSatisfying(DisconnectedException.class, lost -> {
            assertThat(lost.isOutcomeUnknown()).isTrue();
            assertThat(lost.isRetryable()).isFalse();
        }).hasMessageContaining("may or may not have been committed");
        network.reopen();

        assertThat(attempts).hasValue(1);
    }

    @DatabaseTest
    void optionsOfAConnectionOutliveAnOutage(Engine engine, FaultProxy network) {
        try (Connection connection = engine.connect()) {
            connection.options(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE).readOnly(true));
            connection.execute(select(literal(1))).one();
            network.cut();
            assertThatThrownBy(() -> connection.execute(select(literal(2))).one())
                    .isInstanceOf(DisconnectedException.class);
            connection.rollback();
            assertThatThrownBy(() -> connection.execute(select(literal(3))).one())
                    .isInstanceOf(DisconnectedException.class);
            network.reopen();

            assertThat(connection.execute(select(literal(4))).one()).isEqualTo(4);
            assertThat(connection.isolationLevel()).isEqualTo(IsolationLevel.SERIALIZABLE);
            assertThat(connection.options().isReadOnly()).isTrue();
            assertThatThrownBy(() -> new Shop.Users(new MetaData()).create(connection))
                    .isInstanceOf(OperationalException.class);
        }
    }

    @DatabaseTest
    void closingAnEngineWithLostConnectionsDoesNotHang(TestDatabase database, FaultProxy network) {
        Engine engine = database.newEngine(builder -> builder);
        Connection connection = engine.connect();
        connection.execute(select(literal(1))).one();
        network.cut();

        long begin = System.nanoTime();
        connection.close();
        engine.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        network.reopen();
    }

    @DatabaseTest
    @Timeout(180)
    void aDriverThatFailsAtAnyCallNeverGivesTheAnswerToAnotherQuestion(TestDatabase database) {
        Shop shop = Shop.filled(database.engine());
        int call = 0;
        FaultyDriver[] driver = new FaultyDriver[1];
        do {
            int failing = ++call;
            try (Engine engine = database.newEngine(builder -> builder.pool(connector -> {
                driver[0] = new FaultyDriver(connector, failing);
                return new QueuePool(driver[0], PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0));
            }))) {
                try (Connection connection = engine.connect()) {
                    useEverything(connection, shop, isolationLevel());
                } catch (RubedoException | IllegalArgumentException e) {
                    assertThat(e).hasStackTraceContaining("the driver failed in");
                }
                driver[0].repair();
                assertEachAnswerIsItsOwn(engine);
            }
        } while (driver[0].hasFailed());
        assertThat(call).isGreaterThan(database.supports(Feature.SAVEPOINTS) ? 40 : 25);
    }

    /** Returns a level that the database has; SERIALIZABLE by default. */
    protected IsolationLevel isolationLevel() {
        return IsolationLevel.SERIALIZABLE;
    }

    private static void useEverything(Connection connection, Shop shop, IsolationLevel level) {
        connection.options(options -> options.isolationLevel(level).fetchSize(10));
        connection.execute(select(shop.users.id, shop.users.name).where(shop.users.name.eq("Ada"))).all();
        if (connection.engine().dialect().supports(Feature.SAVEPOINTS)) {
            try (Savepoint savepoint = connection.savepoint()) {
                connection.execute(update(shop.users).set(shop.users.name, "Eve").where(shop.users.id.eq(1L)));
                savepoint.rollback();
            }
        }
        connection.execute(text("SELECT 1 AS one")).all();
        connection.commit();
    }

    private static void assertEachAnswerIsItsOwn(Engine engine) {
        for (int number = 1; number <= 20; number++) {
            try (Connection connection = engine.connect()) {
                assertThat(connection.one(select(literal(number)))).isEqualTo(number);
            }
        }
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @DatabaseTest
    void anAliasOfAnyLengthLeavesTheConnectionInStep(TestDatabase database) {
        Shop shop = Shop.filled(database.engine());
        Engine engine = database.newEngine(builder -> builder.poolSize(1).maxOverflow(0));
        var longName = select(shop.users.name).subquery("l".repeat(65_536));
        try (Connection connection = engine.connect()) {
            connection.execute(select(longName.column(shop.users.name))).all();
        } catch (RubedoException e) {
            assertThat(e).hasMessageContaining("l");
        }

        assertEachAnswerIsItsOwn(engine);
    }
}

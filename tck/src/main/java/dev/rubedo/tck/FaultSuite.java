package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.FaultProxy;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** The network between engine and server is cut, stalled and comes back. */
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
        }).hasMessageContaining("may have been committed");
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

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        network.reopen();
    }
}

package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.engine.TwoPhaseTransaction;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;

/** Transactions that are committed in two phases. */
public abstract class TwoPhaseSuite {

    private Shop shop = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
    }

    /** Returns whether a prepared transaction outlives its connection. */
    protected boolean survivesItsConnection() {
        return true;
    }

    private void rename(Connection connection, String name) {
        connection.execute(update(shop.users).set(shop.users.name, name).where(shop.users.id.eq(1L)));
    }

    private String name(Engine engine) {
        return engine.fromTransaction(connection -> connection.one(
                select(shop.users.name).where(shop.users.id.eq(1L))));
    }

    private static String xid() {
        return "tck:" + java.util.UUID.randomUUID();
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aPreparedTransactionIsCommitted(Engine engine) {
        try (var connection = engine.connect(); var transaction = connection.beginTwoPhase(xid())) {
            rename(connection, "Eve");
            assertThat(connection.twoPhase()).containsSame(transaction);

            transaction.prepare();
            assertThat(transaction.isPrepared()).isTrue();
            transaction.commit();

            assertThat(transaction.isActive()).isFalse();
            assertThat(connection.isInTransaction()).isFalse();
            assertThat(connection.twoPhase()).isEmpty();
        }
        assertThat(name(engine)).isEqualTo("Eve");
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aPreparedTransactionIsRolledBackUnlessItIsCommitted(Engine engine) {
        try (var connection = engine.connect()) {
            try (var transaction = connection.beginTwoPhase()) {
                rename(connection, "Eve");
                transaction.prepare();
            }
            rename(connection, "Fay");
            connection.rollback();
            connection.beginTwoPhase().prepare();
        }
        assertThat(name(engine)).isEqualTo("Ada");
        try (var connection = engine.connect()) {
            assertThat(connection.recoverTwoPhase()).noneMatch(xid -> xid.startsWith("rubedo-"));
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void onePhaseIsEnoughForASingleDatabase(Engine engine) {
        try (var connection = engine.connect()) {
            var transaction = connection.beginTwoPhase(xid());
            rename(connection, "Eve");
            try (var savepoint = connection.savepoint()) {
                rename(connection, "Fay");
            }
            connection.commit();
            assertThat(transaction.isActive()).isFalse();

            connection.beginTwoPhase(xid());
            rename(connection, "Gus");
            connection.rollback();
        }
        assertThat(name(engine)).isEqualTo("Eve");
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aPreparedTransactionTakesNoStatements(Engine engine) {
        try (var connection = engine.connect()) {
            var transaction = connection.beginTwoPhase(xid());
            rename(connection, "Eve");
            transaction.prepare();
            transaction.prepare();

            assertThatThrownBy(() -> rename(connection, "Fay")).isInstanceOf(RubedoException.class)
                    .hasMessage("Transaction \"" + transaction.xid() + "\" is prepared and can only be ended. Call "
                            + "commit() or rollback().");
            assertThatThrownBy(connection::savepoint).isInstanceOf(RubedoException.class);
            transaction.commit();
            assertThatThrownBy(transaction::prepare).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("it has already ended");
        }
        assertThat(name(engine)).isEqualTo("Eve");
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aTransactionOfAnotherKindIsRefused(Engine engine) {
        try (var connection = engine.connect()) {
            rename(connection, "Eve");
            assertThatThrownBy(() -> connection.beginTwoPhase(xid())).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("A transaction is already open");
            assertThatThrownBy(connection::recoverTwoPhase).isInstanceOf(RubedoException.class);
            connection.rollback();
            assertThatThrownBy(() -> connection.beginTwoPhase("it's")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"it's\"");
            assertThatThrownBy(() -> connection.beginTwoPhase("x".repeat(65)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> connection.commitPrepared("no-such-" + java.util.UUID.randomUUID()))
                    .isInstanceOf(DatabaseException.class);
            rename(connection, "Fay");
            connection.commit();
        }
        assertThat(name(engine)).isEqualTo("Fay");
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aTransactionWhoseConnectionWasLostIsEndedByAnother(Engine engine) {
        if (!survivesItsConnection()) {
            return;
        }
        String committed = xid();
        String undone = xid();
        prepareAndLose(engine, committed, "Eve");
        try (var connection = engine.connect()) {
            assertThat(connection.recoverTwoPhase()).contains(committed);
            connection.commitPrepared(committed);
            assertThat(connection.recoverTwoPhase()).doesNotContain(committed);
        }
        assertThat(name(engine)).isEqualTo("Eve");
        prepareAndLose(engine, undone, "Fay");
        try (var connection = engine.connect()) {
            connection.rollbackPrepared(undone);
            assertThat(connection.recoverTwoPhase()).doesNotContain(undone);
        }
        assertThat(name(engine)).isEqualTo("Eve");
    }

    private void prepareAndLose(Engine engine, String xid, String name) {
        try (var connection = engine.connect()) {
            var transaction = connection.beginTwoPhase(xid);
            rename(connection, name);
            transaction.prepare();
            connection.invalidate();
            connection.rollback();
            assertThat(transaction.isActive()).isFalse();
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void listenersAreToldOfBothPhases(Engine engine) {
        var told = new ArrayList<String>();
        engine.listen(new ExecutionListener() {
            @Override
            public void afterBegin(Connection connection) {
                told.add("begin");
            }

            @Override
            public void afterBeginTwoPhase(Connection connection, String xid) {
                told.add("begin two-phase");
            }

            @Override
            public void afterPrepare(Connection connection, String xid) {
                told.add("prepare");
            }

            @Override
            public void afterCommit(Connection connection) {
                told.add("commit " + connection.twoPhase().map(TwoPhaseTransaction::xid).isPresent());
            }
        });
        try (var connection = engine.connect()) {
            connection.beginTwoPhase(xid()).prepare();
            connection.commit();
        }

        assertThat(told).containsExactly("begin", "begin two-phase", "prepare", "commit false");
    }

    @DatabaseTest
    void aDatabaseWithoutPreparedTransactionsRefusesThem(Engine engine, TestDatabase database) {
        if (database.supports(Feature.TWO_PHASE_COMMIT)) {
            return;
        }
        try (var connection = engine.connect()) {
            assertThatThrownBy(connection::beginTwoPhase).isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("TWO_PHASE_COMMIT").hasMessageContaining("\"" + database.name() + "\"");
            assertThatThrownBy(connection::recoverTwoPhase).isInstanceOf(UnsupportedFeatureException.class);
            assertThatThrownBy(() -> connection.commitPrepared("x")).isInstanceOf(UnsupportedFeatureException.class);
            rename(connection, "Eve");
            connection.commit();
        }
        assertThat(name(engine)).isEqualTo("Eve");
    }
}

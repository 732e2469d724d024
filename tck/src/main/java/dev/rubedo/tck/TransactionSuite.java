package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Implicit transactions, savepoints, blocks, isolation. */
public abstract class TransactionSuite {

    private Shop shop = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
    }

    @DatabaseTest
    void whatIsCommittedIsSeenByOthers(Engine engine) {
        try (Connection connection = engine.connect()) {
            rename(connection, "Eve");
            connection.commit();
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
    }

    @DatabaseTest
    void whatIsNotCommittedIsGoneAfterClose(Engine engine) {
        try (Connection connection = engine.connect()) {
            rename(connection, "Eve");
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Ada");
    }

    @DatabaseTest
    void rollbackUndoesAndTheConnectionGoesOn(Engine engine) {
        try (Connection connection = engine.connect()) {
            rename(connection, "Eve");
            connection.rollback();
            rename(connection, "Fay");
            connection.commit();
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Fay");
    }

    @DatabaseTest
    void aTransactionBeginsWithTheFirstStatement(Engine engine) {
        try (Connection connection = engine.connect()) {
            assertThat(connection.isInTransaction()).isFalse();

            connection.execute(select(shop.users.id)).all();
            assertThat(connection.isInTransaction()).isTrue();

            connection.commit();
            assertThat(connection.isInTransaction()).isFalse();
        }
    }

    @DatabaseTest
    void aBlockCommitsOrRollsBackOnAnyThrowable(Engine engine) {
        engine.inTransaction(connection -> rename(connection, "Eve"));
        assertThatThrownBy(() -> engine.inTransaction(connection -> {
            rename(connection, "Fay");
            throw new IOException("stop");
        })).isInstanceOf(IOException.class).hasMessage("stop");

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
    }

    @DatabaseTest
    void aBlockGivesItsValue(Engine engine) {
        long count = engine.fromTransaction(connection -> connection.count(select(shop.users)));

        assertThat(count).isEqualTo(4);
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointIsRolledBackAlone(Engine engine) {
        try (Connection connection = engine.connect()) {
            rename(connection, "Eve");
            try (Savepoint savepoint = connection.savepoint()) {
                rename(connection, "Fay");
                savepoint.rollback();
            }
            connection.commit();
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointThatIsNotCommittedRollsBackAtItsClose(Engine engine) {
        try (Connection connection = engine.connect()) {
            rename(connection, "Eve");
            try (Savepoint savepoint = connection.savepoint()) {
                rename(connection, "Fay");
                assertThat(savepoint).isNotNull();
            }
            connection.commit();
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void anErrorInsideASavepointLeavesTheTransactionUsable(Engine engine) {
        engine.inTransaction(connection -> {
            rename(connection, "Eve");
            assertThatThrownBy(() -> connection.inSavepoint(() -> connection
                    .execute(insertInto(shop.users).values(shop.users.id, 1L, shop.users.name, "again"))))
                    .isInstanceOf(DatabaseException.class);
            connection.inSavepoint(() -> connection
                    .execute(insertInto(shop.users).values(shop.users.id, 9L, shop.users.name, "Gil")));
        });

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
        assertThat(names(engine)).contains("Gil");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aSavepointHasAResult(Engine engine) {
        engine.inTransaction(connection -> {
            String name = connection.fromSavepoint(() -> {
                rename(connection, "Eve");
                return connection.scalar(select(shop.users.name).where(shop.users.id.eq(1L))).orElseThrow();
            });
            assertThat(name).isEqualTo("Eve");
            assertThatThrownBy(() -> connection.<String, IllegalStateException>fromSavepoint(() -> {
                rename(connection, "Adam");
                throw new IllegalStateException("not so");
            })).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> connection.scalar(select(shop.users.id, shop.users.name)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("requires a query for one value");
        });

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void savepointsNest(Engine engine) {
        try (Connection connection = engine.connect()) {
            try (Savepoint outer = connection.savepoint()) {
                rename(connection, "Eve");
                try (Savepoint inner = connection.savepoint()) {
                    rename(connection, "Fay");
                    inner.rollback();
                }
                outer.commit();
            }
            connection.commit();
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Eve");
    }

    @DatabaseTest
    void nobodySeesWhatIsNotCommitted(Engine engine) {
        try (Connection writer = engine.connect()) {
            rename(writer, "Eve");
            assertThat(nameOfFirst(engine)).isEqualTo("Ada");
            writer.rollback();
        }

        assertThat(nameOfFirst(engine)).isEqualTo("Ada");
    }

    @DatabaseTest(only = {"postgresql", "mariadb", "mysql", "h2"})
    void repeatableReadSeesOneState(Engine engine) {
        try (Connection reader = engine.connect()) {
            reader.options(options -> options.isolationLevel(IsolationLevel.REPEATABLE_READ));
            String before = nameOfFirst(reader);

            engine.inTransaction(writer -> rename(writer, "Eve"));

            assertThat(nameOfFirst(reader)).isEqualTo(before).isEqualTo("Ada");
            reader.rollback();
            assertThat(nameOfFirst(reader)).isEqualTo("Eve");
        }
    }

    @DatabaseTest(only = {"postgresql", "mariadb", "mysql", "h2"})
    void readCommittedSeesWhatOthersCommit(Engine engine) {
        try (Connection reader = engine.connect()) {
            reader.options(options -> options.isolationLevel(IsolationLevel.READ_COMMITTED));
            assertThat(nameOfFirst(reader)).isEqualTo("Ada");

            engine.inTransaction(writer -> rename(writer, "Eve"));

            assertThat(nameOfFirst(reader)).isEqualTo("Eve");
        }
    }

    @DatabaseTest(only = {"postgresql", "mariadb", "mysql", "h2"})
    void theIsolationLevelOfAConnectionDoesNotOutliveIt(Engine engine) {
        IsolationLevel usual;
        try (Connection connection = engine.connect()) {
            usual = connection.isolationLevel();
            connection.options(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
            assertThat(connection.isolationLevel()).isEqualTo(IsolationLevel.SERIALIZABLE);
        }

        try (Connection connection = engine.connect()) {
            assertThat(connection.isolationLevel()).isEqualTo(usual);
        }
    }

    @DatabaseTest(requires = Feature.READ_ONLY_TRANSACTIONS)
    void aReadOnlyTransactionRefusesToWrite(Engine engine) {
        assertThatThrownBy(() -> engine.inTransaction(dev.rubedo.engine.TransactionOptions.readOnly(),
                connection -> rename(connection, "Eve"))).isInstanceOf(DatabaseException.class);

        assertThat(nameOfFirst(engine)).isEqualTo("Ada");
    }

    @DatabaseTest
    void aFailureThatWasCaughtLosesNothingSilently(Engine engine) {
        boolean isCommitted = true;
        try {
            engine.inTransaction(connection -> {
                rename(connection, "Eve");
                assertThatThrownBy(() -> connection
                        .execute(insertInto(shop.users).values(shop.users.id, 1L, shop.users.name, "again")))
                        .isInstanceOf(IntegrityException.class);
            });
        } catch (OperationalException refused) {
            isCommitted = false;
            assertThat(refused).hasMessageContaining("inSavepoint");
        }

        assertThat(nameOfFirst(engine)).isEqualTo(isCommitted ? "Eve" : "Ada");
    }

    private void rename(Connection connection, String name) {
        connection.execute(update(shop.users).set(shop.users.name, name).where(shop.users.id.eq(1L)));
    }

    private String nameOfFirst(Engine engine) {
        return engine.fromTransaction(this::nameOfFirst);
    }

    private String nameOfFirst(Connection connection) {
        return connection.execute(select(shop.users.name).where(shop.users.id.eq(1L))).one();
    }

    private List<String> names(Engine engine) {
        return engine.fromTransaction(connection -> connection.execute(select(shop.users.name)).all());
    }

    @DatabaseTest
    void aReadOnlyTransactionWritesNothing(Engine engine) {
        var change = update(shop.users).set(shop.users.age, 77).where(shop.users.id.eq(1L));

        assertThatThrownBy(() -> engine.inTransaction(TransactionOptions.readOnly(),
                connection -> connection.execute(change))).isInstanceOf(DatabaseException.class);

        List<Long> changed = engine.fromTransaction(
                connection -> connection.all(select(shop.users.id).where(shop.users.age.eq(77))));
        assertThat(changed).isEmpty();
        engine.inTransaction(connection -> connection.execute(change));
    }

    @DatabaseTest(requires = Feature.READ_ONLY_TRANSACTIONS)
    void aReadOnlyTransactionCanBeBegunOnRequest(Engine engine) {
        try (var connection = engine.connect()) {
            connection.options(options -> options.readOnly(true));
            connection.begin();
            assertThat(connection.count(select(shop.users.id))).isPositive();
            connection.commit();
        }
    }

    @DatabaseTest
    void aDeferrableTransactionIsHonouredOrRefused(Engine engine) {
        var options = TransactionOptions.readOnly().isolationLevel(IsolationLevel.SERIALIZABLE).deferrable();
        if (!engine.dialect().supports(Feature.DEFERRABLE_TRANSACTIONS)) {
            try (var connection = engine.connect()) {
                assertThatThrownBy(() -> connection.options(own -> own.deferrable(true)))
                        .isInstanceOf(NotSupportedException.class).hasMessageContaining("no deferrable transactions");
            }
            return;
        }
        assertThat(engine.fromTransaction(options, TransactionSuite::isDeferrable)).isEqualTo("on");
        assertThat(engine.fromTransaction(TransactionOptions.DEFAULT, TransactionSuite::isDeferrable))
                .isEqualTo("off");
    }

    private static String isDeferrable(Connection connection) {
        return String.valueOf(connection
                .executeDriverSql("SELECT current_setting('transaction_deferrable')", List.of()).one().get(1));
    }

    @DatabaseTest
    void everyIsolationLevelIsHonouredOrRefused(Engine engine) {
        for (IsolationLevel level : IsolationLevel.values()) {
            try {
                engine.inTransaction(TransactionOptions.isolation(level),
                        connection -> assertThat(connection.isolationLevel()).isGreaterThanOrEqualTo(level));
            } catch (NotSupportedException e) {
                assertThat(e).hasMessageContaining(level.name());
            }
        }
    }
}

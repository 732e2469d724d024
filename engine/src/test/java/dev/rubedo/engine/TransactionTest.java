package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ResultException;
import dev.rubedo.error.RubedoException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private static final String DELETE = "DELETE FROM users";

    private final FakeJdbc database = new FakeJdbc();
    private final Engine engine = database.engine();
    private final Users users = new Users();

    @AfterEach
    void everyStatementWasClosed() {
        assertThat(database.openStatements()).isZero();
        engine.close();
    }

    @Test
    void aConnectionThatDidNothingEndsNothing() {
        try (var connection = engine.connect()) {
            connection.commit();
            connection.rollback();
        }

        assertThat(database.log).isEmpty();
    }

    @Test
    void whatIsNotCommittedIsRolledBackAtClose() {
        try (var connection = engine.connect()) {
            connection.execute(deleteFrom(users));
        }

        assertThat(database.log).containsExactly(DELETE, "rollback");
    }

    @Test
    void aTransactionIsBegunOnRequest() {
        try (var connection = engine.connect()) {
            assertThat(connection.transaction()).isEmpty();
            var transaction = connection.begin();
            assertThat(connection.transaction()).containsSame(transaction);
            assertThatThrownBy(connection::begin).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("A transaction is already open");
            try (var savepoint = connection.savepoint()) {
                assertThat(connection.currentSavepoint()).containsSame(savepoint);
            }
            assertThat(connection.currentSavepoint()).isEmpty();
            transaction.commit();
            assertThat(transaction.isActive()).isFalse();
            assertThatThrownBy(transaction::rollback).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("has already ended");

            try (var second = connection.begin()) {
                assertThat(second.isActive()).isTrue();
            }
            assertThat(connection.isInTransaction()).isFalse();
        }
        assertThat(database.log).filteredOn(entry -> !entry.contains("SAVEPOINT")).containsExactly("commit",
                "rollback");
    }

    @Test
    void aBlockCommits() {
        engine.inTransaction(connection -> connection.execute(deleteFrom(users)));

        assertThat(database.log).containsExactly(DELETE, "commit");
    }

    @Test
    void aBlockThatThrowsRollsBackAndLetsTheExceptionThrough() {
        assertThatThrownBy(() -> engine.inTransaction(connection -> {
            connection.execute(deleteFrom(users));
            throw new IOException("disk");
        })).isInstanceOf(IOException.class);

        assertThat(database.log).containsExactly(DELETE, "rollback");
    }

    @Test
    void aSavepointIsReleasedOrRolledBackTo() {
        try (var connection = engine.connect()) {
            connection.inSavepoint(() -> connection.execute(deleteFrom(users)));
            try (var savepoint = connection.savepoint()) {
                assertThat(savepoint.isActive()).isTrue();
            }
            connection.commit();
        }

        assertThat(database.log).containsExactly("SAVEPOINT sp_1", DELETE, "RELEASE SAVEPOINT sp_1", "SAVEPOINT sp_2",
                "ROLLBACK TO SAVEPOINT sp_2", "RELEASE SAVEPOINT sp_2", "commit");
    }

    @Test
    void aSavepointEndsWithItsTransaction() {
        try (var connection = engine.connect()) {
            var savepoint = connection.savepoint();
            connection.commit();

            assertThatThrownBy(savepoint::commit).isInstanceOf(RubedoException.class).hasMessageContaining("sp_1")
                    .hasMessageContaining("has already ended");
        }
    }

    @Test
    void aBlockIsRunAgainAfterADeadlock() {
        database.failWith("40P01");
        var attempts = new AtomicInteger();

        engine.inTransaction(TransactionOptions.retrying(2), connection -> {
            attempts.incrementAndGet();
            connection.execute(deleteFrom(users));
        });

        assertThat(attempts).hasValue(2);
        assertThat(database.log).containsExactly(DELETE, "rollback", DELETE, "commit");
    }

    @Test
    void whatIsCommittedStatementByStatementIsNeverRunAgain() {
        String refusal = "retry(2) cannot be combined with the isolation level AUTOCOMMIT: a retry would repeat "
                + "statements that are already committed. Remove one of the two.";

        assertThatThrownBy(() -> TransactionOptions.retrying(2).isolationLevel(IsolationLevel.AUTOCOMMIT))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(refusal);
        assertThatThrownBy(() -> TransactionOptions.isolation(IsolationLevel.AUTOCOMMIT).retry(2))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(refusal);
        assertThat(TransactionOptions.isolation(IsolationLevel.AUTOCOMMIT).retry(0).retries()).isZero();
    }

    @Test
    void anEngineInAutoCommitRunsNothingAgain() {
        try (var resting = database.engine(builder -> builder.isolationLevel(IsolationLevel.AUTOCOMMIT))) {
            assertThatThrownBy(() -> resting.inTransaction(TransactionOptions.retrying(2),
                    connection -> connection.execute(deleteFrom(users))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("AUTOCOMMIT");
        }

        assertThat(database.log).isEmpty();
    }

    @Test
    void aBlockIsNotRunAgainUnlessAskedTo() {
        database.failWith("40P01");

        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(deleteFrom(users))))
                .isInstanceOf(DeadlockException.class).hasMessageContaining(DELETE);
    }

    @Test
    void failuresToRunAgainAfterNeedANumber() {
        String refusal = "retryOn(IllegalStateException.class) has no number of retries, so nothing would be retried. "
                + "Add retry(...), such as retry(3), or remove retryOn(...).";
        var options = TransactionOptions.DEFAULT.retryOn(IllegalStateException.class);

        assertThatThrownBy(() -> engine.inTransaction(options, connection -> connection.execute(deleteFrom(users))))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(refusal);
        try (var connection = engine.connect()) {
            assertThatThrownBy(() -> options.applyTo(connection)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(refusal);
        }
        assertThat(database.log).isEmpty();

        var attempts = new AtomicInteger();
        engine.inTransaction(options.retry(1), connection -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("again");
            }
        });
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aLostConnectionWantsARollbackAndIsThenMadeAnew() {
        try (var connection = engine.connect()) {
            database.failWith("08006");
            assertThatThrownBy(() -> connection.execute(deleteFrom(users))).isInstanceOf(DisconnectedException.class);

            assertThatThrownBy(() -> connection.execute(deleteFrom(users))).hasMessageContaining("rollback()");
            assertThatThrownBy(connection::commit).hasMessageContaining("Cannot commit");
            connection.rollback();
            connection.execute(deleteFrom(users));
            connection.commit();
        }

        assertThat(database.connections()).isEqualTo(2);
        assertThat(database.log).containsExactly(DELETE, DELETE, "commit");
    }

    @Test
    void afterALostConnectionThePoolGivesNoneOfTheOldOnes() {
        var first = engine.connect();
        engine.connect().close();
        var second = engine.connect();
        second.close();
        database.failWith("08006");
        assertThatThrownBy(() -> first.execute(deleteFrom(users))).isInstanceOf(DisconnectedException.class);
        first.close();

        engine.inTransaction(connection -> connection.execute(deleteFrom(users)));

        assertThat(database.connections()).isEqualTo(3);
    }

    @Test
    void optionsOfAConnectionDoNotOutliveIt() {
        engine.inTransaction(TransactionOptions.readOnly().isolationLevel(IsolationLevel.SERIALIZABLE),
                connection -> connection.execute(deleteFrom(users)));

        assertThat(database.log).containsExactly("setTransactionIsolation 8", "setReadOnly true", DELETE, "commit",
                "setReadOnly false",
                "setTransactionIsolation 2");
    }

    @Test
    void optionsOfAConnectionOutliveItsLoss() {
        try (var connection = engine.connect()) {
            connection.options(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
            database.failWith("08006");
            assertThatThrownBy(() -> connection.execute(deleteFrom(users))).isInstanceOf(DisconnectedException.class);
            connection.rollback();

            connection.execute(deleteFrom(users));
        }

        assertThat(database.log).containsExactly("setTransactionIsolation 8", DELETE, "setTransactionIsolation 8",
                DELETE, "rollback",
                "setTransactionIsolation 2");
    }

    @Test
    void optionsOfALostConnectionAreThereWhenOthersAreAdded() {
        try (var connection = engine.connect()) {
            connection.options(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
            database.failWith("08006");
            assertThatThrownBy(() -> connection.execute(deleteFrom(users))).isInstanceOf(DisconnectedException.class);
            connection.rollback();

            connection.options(options -> options.readOnly(true));
        }

        assertThat(database.log).containsExactly("setTransactionIsolation 8", DELETE, "setTransactionIsolation 8",
                "setReadOnly true", "setReadOnly false", "setTransactionIsolation 2");
    }

    @Test
    void aCommitWithoutAnAnswerIsNotRepeated() {
        database.failAtCommit("08006");
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> engine.inTransaction(TransactionOptions.retrying(2), connection -> {
            attempts.incrementAndGet();
            connection.execute(deleteFrom(users));
        })).isInstanceOf(DisconnectedException.class).hasMessageContaining("may or may not have been committed");

        assertThat(attempts).hasValue(1);
        assertThat(database.log).containsExactly(DELETE, "commit");
    }

    @Test
    void aSavepointOfALostTransactionCannotBeReleased() {
        try (var connection = engine.connect()) {
            var savepoint = connection.savepoint();
            database.failWith("08006");
            assertThatThrownBy(() -> connection.execute(deleteFrom(users))).isInstanceOf(DisconnectedException.class);

            assertThatThrownBy(savepoint::commit).hasMessageContaining("rollback()");
        }

        assertThat(database.connections()).isEqualTo(1);
    }

    @Test
    void anIsolationLevelCannotChangeInsideATransaction() {
        try (var connection = engine.connect()) {
            connection.execute(deleteFrom(users));

            assertThatThrownBy(() -> connection.options(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE)))
                    .hasMessageContaining("commit() or rollback()");
        }
    }

    @Test
    void inAutoCommitThereIsNothingToEnd() {
        try (var connection = engine.connect()) {
            connection.options(options -> options.isolationLevel(IsolationLevel.AUTOCOMMIT));
            connection.execute(deleteFrom(users));
            assertThat(connection.isInTransaction()).isFalse();
            assertThatThrownBy(connection::savepoint).hasMessageContaining("AUTOCOMMIT");
        }

        assertThat(database.log).containsExactly(DELETE);
    }

    @Test
    void openResultsEndWithTheirTransaction() {
        database.rows = java.util.List.of(new Object[]{1L}, new Object[]{2L});
        try (var connection = engine.connect()) {
            var ids = connection.execute(select(users.id)).iterator();
            assertThat(ids.next()).isEqualTo(1);
            connection.commit();

            assertThatThrownBy(ids::hasNext).isInstanceOf(ResultException.class)
                    .hasMessageContaining("closed before its last row");
        }
    }

    @Test
    void aResultGoesOnWhenASavepointEnds() {
        database.rows = java.util.List.of(new Object[]{1L}, new Object[]{2L});
        try (var connection = engine.connect()) {
            var ids = connection.execute(select(users.id)).iterator();
            assertThat(ids.next()).isEqualTo(1);
            connection.inSavepoint(() -> connection.execute(deleteFrom(users)));
            assertThatThrownBy(() -> connection.inSavepoint(() -> {
                throw new IOException("stop");
            })).isInstanceOf(IOException.class);

            assertThat(ids.next()).isEqualTo(2);
        }
    }

    @Test
    void aResultThatWasBegunInASavepointEndsWithIt() {
        database.rows = java.util.List.of(new Object[]{1L}, new Object[]{2L});
        try (var connection = engine.connect()) {
            var savepoint = connection.savepoint();
            var ids = connection.execute(select(users.id)).iterator();
            assertThat(ids.next()).isEqualTo(1);
            savepoint.rollback();

            assertThatThrownBy(ids::hasNext).isInstanceOf(ResultException.class);
        }
    }

    @Test
    void aTimeoutGoesToTheDriver() {
        try (var connection = engine.connect()) {
            connection.execute(deleteFrom(users), ExecuteOption.timeout(Duration.ofSeconds(3)));
        }

        assertThat(database.log).containsExactly("setQueryTimeout 3", DELETE, "rollback");
    }

    @Test
    void aListenerThatThrowsAtTheRollbackOfCloseCostsNoConnection() {
        var registration = engine.listen(new ExecutionListener() {
            @Override
            public void afterRollback(Connection connection) {
                throw new IllegalStateException("listener");
            }
        });
        var connection = engine.connect();
        connection.execute(deleteFrom(users));

        assertThatThrownBy(connection::close).isInstanceOf(IllegalStateException.class);
        registration.remove();

        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @Test
    void aClosedConnectionRefuses() {
        var connection = engine.connect();
        connection.close();

        assertThatThrownBy(() -> connection.execute(deleteFrom(users))).hasMessageContaining("is closed");
    }
}

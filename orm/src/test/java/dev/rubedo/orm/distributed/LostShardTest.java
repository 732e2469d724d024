package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.distributed.Station_.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.orm.error.DistributedCommitException;
import dev.rubedo.orm.error.DistributedCommitException.Outcome;
import dev.rubedo.orm.session.RecoveredTransaction;
import dev.rubedo.orm.session.Session;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Shards that are lost while a transaction over several is committed, and the recovery. */
@Databases({"postgresql", "mariadb"})
class LostShardTest {

    /** Cuts the network of a shard when another one, the last, has prepared. Thread-safe. */
    private record Cut(TestDatabase shard) implements ExecutionListener {

        @Override
        public void afterPrepare(Connection connection, String xid) {
            shard.network().cut();
        }
    }

    private static World world(TestDatabase database) {
        TestDatabase europe = database.another();
        TestDatabase africa = database.another();
        List.of(database, europe, africa).forEach(TestDatabase::network);
        return World.of(database, europe, africa, true);
    }

    private static DistributedCommitException failure(ThrowingCallable commit) {
        Throwable[] thrown = new Throwable[1];
        assertThatThrownBy(commit).isInstanceOf(DistributedCommitException.class)
                .satisfies(failure -> thrown[0] = failure);
        return (DistributedCommitException) thrown[0];
    }

    private static void add(Session session) {
        session.add(new Station("asia", "first"));
        session.flush();
        session.add(new Station("europe", "second"));
        session.flush();
        session.add(new Station("africa", "third"));
        session.flush();
    }

    private static long count(World world) {
        try (Session session = world.sessions().open()) {
            return session.count(select(STATION));
        }
    }

    private static long prepared(World world) {
        long found = 0;
        for (Engine engine : world.engines()) {
            try (Connection connection = engine.connect()) {
                found = Math.max(found,
                        connection.recoverTwoPhase().stream().filter(xid -> xid.startsWith("rubedo:")).count());
            }
        }
        return found;
    }

    @DatabaseTest
    void aShardThatIsDownAtPrepareRollsAllBack(TestDatabase database) {
        World world = world(database);
        try (Session session = world.sessions().open()) {
            add(session);
            world.europe().network().cut();

            DistributedCommitException failure = failure(session::commit);

            assertThat(failure.outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(failure.failed()).containsExactly(world.europe().engine().toString());
            assertThat(failure).hasMessageContaining("could not prepare the transaction, so it was rolled back")
                    .hasMessageContaining("until recoverTwoPhase(...) of the session factory is called");
            session.rollback();
        }
        world.europe().network().reopen();
        // the first shard tells that the second one, if it has prepared, must roll back
        List<RecoveredTransaction> recovered = world.sessions().recoverTwoPhase(Duration.ZERO);

        assertThat(recovered).allMatch(transaction -> !transaction.isCommitted());
        assertThat(count(world)).isZero();
        assertThat(prepared(world)).isZero();
    }

    @DatabaseTest
    void aShardThatIsDownAtCommitIsCommittedByTheRecovery(TestDatabase database) {
        World world = world(database);
        world.africa().engine().listen(new Cut(world.europe()));
        try (Session session = world.sessions().open()) {
            add(session);

            DistributedCommitException failure = failure(session::commit);

            assertThat(failure.outcome()).isEqualTo(Outcome.UNFINISHED);
            assertThat(failure.failed()).containsExactly(world.europe().engine().toString());
            assertThat(failure).hasMessageContaining("The transaction is committed, but");
            assertThat(session.isInTransaction()).isFalse();
        }
        world.europe().network().reopen();

        List<RecoveredTransaction> recovered = world.sessions().recoverTwoPhase(Duration.ZERO);

        assertThat(recovered).hasSize(1).allMatch(RecoveredTransaction::isCommitted);
        assertThat(count(world)).isEqualTo(3);
        assertThat(world.sessions().recoverTwoPhase(Duration.ZERO)).isEmpty();
    }

    @DatabaseTest
    void theFirstShardDownAtCommitLeavesTheOutcomeToTheRecovery(TestDatabase database) {
        World world = world(database);
        world.africa().engine().listen(new Cut(world.asia()));
        try (Session session = world.sessions().open()) {
            add(session);

            DistributedCommitException failure = failure(session::commit);

            assertThat(failure.outcome()).isEqualTo(Outcome.IN_DOUBT);
            assertThat(failure).hasMessageContaining("so the outcome is not known");
            session.rollback();
        }
        // nothing is ended without the database that decides
        assertThatThrownBy(() -> world.sessions().recoverTwoPhase(Duration.ZERO))
                .isInstanceOf(DatabaseException.class);
        world.asia().network().reopen();

        List<RecoveredTransaction> recovered = world.sessions().recoverTwoPhase(Duration.ZERO);

        // the COMMIT did not reach it
        assertThat(recovered).hasSize(1).noneMatch(RecoveredTransaction::isCommitted);
        assertThat(count(world)).isZero();
        assertThat(prepared(world)).isZero();
    }

    @DatabaseTest
    void whatACrashLeftPreparedIsDecidedByItsFirstDatabase(TestDatabase database) {
        World world = World.of(database, database.another(), database.another(), true);
        // a program that ended after it had prepared all
        Session session = world.sessions().open();
        add(session);
        session.prepare();
        session.invalidate();
        assertThat(world.sessions().recoverTwoPhase(Duration.ofHours(1))).isEmpty();

        List<RecoveredTransaction> undecided = world.sessions().recoverTwoPhase(Duration.ZERO);

        assertThat(undecided).hasSize(1).noneMatch(RecoveredTransaction::isCommitted);
        assertThat(undecided.get(0).databases()).hasSize(3);
        assertThat(count(world)).isZero();

        // a program that ended after the first database had committed
        Session committing = world.sessions().open();
        add(committing);
        committing.prepare();
        String xid = committing.connection("asia").twoPhase().orElseThrow().xid();
        committing.invalidate();
        try (Connection connection = world.asia().engine().connect()) {
            connection.commitPrepared(xid);
        }

        List<RecoveredTransaction> decided = world.sessions().recoverTwoPhase(Duration.ZERO);

        assertThat(decided).hasSize(1).allMatch(RecoveredTransaction::isCommitted);
        assertThat(count(world)).isEqualTo(3);
    }
}

package dev.rubedo.orm.distributed;

import static dev.rubedo.orm.Orm.cached;
import static dev.rubedo.orm.Orm.fromCache;
import static dev.rubedo.orm.Orm.fromPrimary;
import static dev.rubedo.orm.Orm.fromReplica;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.distributed.Station_.STATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.RowCache;
import dev.rubedo.engine.RowQuery;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.routing.Replicas;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionFactoryBuilder;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.FaultProxy;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sessions that read from replicas. The databases differ, which shows what was read; real ones would follow. */
class ReplicasTest {

    private static final Duration LONG = Duration.ofHours(1);

    /** Returns a database whose only station has this name. */
    private static TestDatabase named(TestDatabase database, String name) {
        Model model = World.model();
        model.metadata().createAll(database.engine());
        SessionFactory.of(database.engine(), model).inTransaction(session -> session.add(new Station("asia", name)));
        database.statements().clear();
        return database;
    }

    private static SessionFactory sessions(TestDatabase primary, Replicas replicas) {
        return SessionFactory.builder(primary.engine(), World.model()).replicas(replicas).build();
    }

    private static String name(Session session) {
        return session.one(select(STATION.name).where(STATION.id.eq(1L)));
    }

    @DatabaseTest
    void readsOfAllTransactionsTakeTheReplicasInTurnUntilTheyWrite(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        Replicas replicas = Replicas.of(named(database.another(), "one").engine(),
                named(database.another(), "two").engine()).forAllReads();
        SessionFactory sessions = sessions(primary, replicas);

        List<String> read = Stream.generate(() -> sessions.fromTransaction(ReplicasTest::name)).limit(4).toList();

        assertThat(read).containsExactly("one", "two", "one", "two");
        try (Session session = sessions.open()) {
            String first = name(session);
            assertThat(name(session)).isEqualTo(first);
            Station station = session.require(STATION, 1);
            assertThat(station.name()).isEqualTo(first);
            assertThat(station.readings()).isEmpty();
            assertThat(session.one(select(STATION.name).options(fromPrimary()))).isEqualTo("primary");
            session.add(new Station("asia", "new"));
            session.flush();
            assertThat(name(session)).isEqualTo("primary");
            assertThat(session.one(select(STATION.name).where(STATION.id.eq(1L)).options(fromReplica())))
                    .isEqualTo("primary");
            session.rollback();
            assertThat(name(session)).isNotEqualTo("primary");
        }
    }

    @DatabaseTest(requires = Feature.READ_ONLY_TRANSACTIONS)
    void readOnlyTransactionsReadFromReplicas(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        SessionFactory sessions = sessions(primary, Replicas.of(named(database.another(), "replica").engine()));

        assertThat(sessions.<String, RuntimeException>fromTransaction(TransactionOptions.readOnly(),
                ReplicasTest::name)).isEqualTo("replica");
        assertThat(sessions.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("primary");
        SessionFactory readOnly = sessions.toBuilder().connectionOptions(options -> options.readOnly(true)).build();
        try (Session session = readOnly.open()) {
            assertThat(name(session)).isEqualTo("replica");
        }
    }

    @DatabaseTest
    void aStatementMayAskForAReplica(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        SessionFactory sessions = sessions(primary, Replicas.of(named(database.another(), "replica").engine()));

        try (Session session = sessions.open()) {
            assertThat(session.one(select(STATION.name).options(fromReplica()))).isEqualTo("replica");
            assertThat(name(session)).isEqualTo("primary");
            assertThat(session.one(Sql.text("SELECT name FROM stations")
                    .columns(STATION.name).options(fromReplica()))).isEqualTo("replica");
            assertThat(session.one(Sql.text("SELECT name FROM stations")
                    .columns(STATION.name))).isEqualTo("primary");
        }
        try (Session session = sessions.open()) {
            assertThat(session.require(STATION, 1, fromReplica()).name()).isEqualTo("replica");
        }
    }

    @DatabaseTest
    void aSessionReadsWhatItHasCommittedForATime(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        Engine replica = named(database.another(), "replica").engine();
        SessionFactory waiting = sessions(primary, Replicas.of(replica).forAllReads().readYourWrites(LONG));
        SessionFactory trusting = sessions(primary, Replicas.of(replica).forAllReads().readYourWrites(Duration.ZERO));

        try (Session session = waiting.open()) {
            assertThat(name(session)).isEqualTo("replica");
            session.rollback();
            session.execute(Sql.update(STATION).set(STATION.name, "changed"));
            session.commit();
            assertThat(name(session)).isEqualTo("changed");
            session.commit();
            assertThat(name(session)).isEqualTo("changed");
        }
        try (Session session = waiting.open()) {
            assertThat(name(session)).isEqualTo("replica");
        }
        try (Session session = trusting.open()) {
            session.execute(Sql.update(STATION).set(STATION.name, "again"));
            session.commit();
            assertThat(name(session)).isEqualTo("replica");
        }
    }

    @DatabaseTest
    void aReplicaThatIsDownIsLeftOutAndTriedAgain(TestDatabase database, FaultProxy network) {
        assertThat(network).isNotNull();
        TestDatabase other = database.another();
        other.network();
        TestDatabase primary = named(database, "primary");
        Engine replica = named(other, "replica").engine();
        SessionFactory sessions = sessions(primary, Replicas.of(replica).forAllReads().retryAfter(Duration.ZERO));
        SessionFactory patient = sessions(primary, Replicas.of(replica).forAllReads().retryAfter(LONG));
        assertThat(patient.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("replica");

        other.network().cut();

        // the connection in the pool is lost in the middle of a read, which is repeated
        assertThat(patient.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("primary");
        assertThat(sessions.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("primary");
        try (Session session = sessions.open()) {
            assertThat(session.require(STATION, 1).name()).isEqualTo("primary");
        }
        other.network().reopen();
        assertThat(sessions.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("replica");
        assertThat(patient.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("primary");
    }

    @DatabaseTest
    void loadingOnAccessContinuesWithoutALostReplica(TestDatabase database, FaultProxy network) {
        assertThat(network).isNotNull();
        TestDatabase other = database.another();
        other.network();
        TestDatabase primary = named(database, "primary");
        SessionFactory sessions = sessions(primary,
                Replicas.of(named(other, "replica").engine()).forAllReads());

        try (Session session = sessions.open()) {
            Station station = session.one(select(STATION));
            other.network().cut();
            session.expire(station);
            assertThat(station.name()).isEqualTo("primary");
            assertThat(station.readings()).isEmpty();
        }
    }

    @DatabaseTest
    void errorsOfAReplicaThatIsReachedAreThoseOfTheStatement(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        Engine empty = database.another().engine();
        SessionFactory sessions = sessions(primary, Replicas.of(empty).forAllReads());

        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> name(session)).isInstanceOf(RubedoException.class)
                    .satisfies(e -> assertThat(((RubedoException) e).code()).isNotEqualTo(ErrorCode.DISCONNECTED));
        }
    }

    @DatabaseTest(only = "postgresql")
    void positionsAreThoseOfTheLog(TestDatabase database) {
        try (Connection connection = database.engine().connect()) {
            assertThat(connection.writePosition()).hasValueSatisfying(position -> assertThat(position)
                    .matches("[0-9A-F]+/[0-9A-F]+"));
            // no copy of another database
            assertThat(connection.replicationLag()).isEmpty();
            assertThat(connection.hasReached(connection.writePosition().orElseThrow())).isFalse();
        }
    }

    @DatabaseTest(except = "postgresql")
    void aDatabaseThatCannotTellHasNoPosition(Engine engine) {
        try (Connection connection = engine.connect()) {
            assertThat(connection.writePosition()).isEmpty();
            assertThat(connection.replicationLag()).isEmpty();
            assertThat(connection.hasReached("0/0")).isFalse();
        }
    }

    @DatabaseTest
    void settingsAreChecked(TestDatabase database) {
        Replicas replicas = Replicas.of(database.engine()).maximumLag(Duration.ofSeconds(3));

        assertThat(replicas.maximumLag()).isEqualTo(Duration.ofSeconds(3));
        assertThat(replicas.isForAllReads()).isFalse();
        assertThatThrownBy(() -> replicas.retryAfter(Duration.ofSeconds(-1)))
                .hasMessage("time is -1 s. It must not be negative.");
        assertThat(sessions(database, replicas.forAllReads()).engines()).containsExactly(database.engine());
    }

    @DatabaseTest
    void aConnectionThatTheApplicationAsksForEndsTheReadsFromReplicas(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        Engine replica = named(database.another(), "replica").engine();
        SessionFactory sessions = sessions(primary, Replicas.of(replica).forAllReads().readYourWrites(LONG));

        try (Session session = sessions.open()) {
            assertThat(name(session)).isEqualTo("replica");
            session.connection().execute(Sql.text("UPDATE stations SET name = 'changed'"));
            assertThat(name(session)).isEqualTo("changed");
            session.commit();
            assertThat(name(session)).isEqualTo("changed");
        }
    }

    @DatabaseTest
    void aSavepointIsReleasedAfterItsReplicaWasLeftOut(TestDatabase database, FaultProxy network) {
        assertThat(network).isNotNull();
        TestDatabase other = database.another();
        other.network();
        TestDatabase primary = named(database, "primary");
        SessionFactory sessions = sessions(primary,
                Replicas.of(named(other, "replica").engine()).forAllReads());

        try (Session session = sessions.open()) {
            session.inSavepoint(() -> {
                assertThat(name(session)).isEqualTo("replica");
                other.network().cut();
                assertThat(name(session)).isEqualTo("primary");
            });
            session.commit();
        }
    }

    @DatabaseTest
    void savepointsAreNotSetInReplicas(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        TestDatabase replica = named(database.another(), "replica");
        SessionFactory sessions = sessions(primary, Replicas.of(replica.engine()).forAllReads());

        try (Session session = sessions.open()) {
            session.inSavepoint(() -> assertThat(name(session)).isEqualTo("replica"));
        }

        assertThat(replica.statements().all()).noneMatch(each -> each.sql().startsWith("SAVEPOINT"));
    }

    @DatabaseTest
    void aLostPrimaryLeavesTheReplicaAloneAndNoWriteIsRepeated(TestDatabase database, FaultProxy network) {
        assertThat(network).isNotNull();
        database.network();
        TestDatabase primary = named(database, "primary");
        SessionFactory sessions = sessions(primary,
                Replicas.of(named(database.another(), "replica").engine()).forAllReads());

        try (Session session = sessions.open()) {
            session.connection();
            session.rollback();
            assertThat(name(session)).isEqualTo("replica");
            assertThat(session.one(select(STATION.name).options(fromPrimary()))).isEqualTo("primary");
            assertThat(name(session)).isEqualTo("replica");
            database.network().cut();
            assertThatThrownBy(() -> session.execute(Sql.update(STATION).set(STATION.name, "twice")))
                    .isInstanceOf(DisconnectedException.class);
            session.rollback();
            assertThat(name(session)).isEqualTo("replica");
        } finally {
            database.network().reopen();
        }
    }

    @DatabaseTest
    void replicasAreThoseOfAnEngineOfTheFactory(TestDatabase database) {
        Engine stranger = database.another().engine();
        SessionFactoryBuilder builder = SessionFactory.builder(database.engine(), World.model())
                .replicas(stranger, Replicas.of(database.another().engine()));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Replicas are set for " + stranger + ", which the factory does not use. Its engines are ["
                        + database.engine() + "].");
        assertThat(SessionFactory.builder(database.engine(), World.model()).router(request -> stranger)
                .replicas(stranger, Replicas.of(database.another().engine())).build().engines())
                .containsExactly(database.engine());
    }

    @DatabaseTest
    void replicasOfAnEngineAreThoseOfItsViews(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        Engine replica = named(database.another(), "replica").engine();
        SessionFactory sessions = SessionFactory
                .builder(primary.engine().withOptions(options -> options), World.model())
                .replicas(primary.engine(), Replicas.of(replica).forAllReads()).build();

        assertThat(sessions.<String, RuntimeException>fromTransaction(ReplicasTest::name)).isEqualTo("replica");
    }

    @DatabaseTest
    void cachesKeepNoRowsOfReplicas(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        Engine replica = named(database.another(), "replica").engine();
        SessionFactory sessions = sessions(primary, Replicas.of(replica).forAllReads());
        List<RowQuery> asked = new ArrayList<>();
        RowCache cache = (query, load) -> {
            asked.add(query);
            return load.get();
        };

        try (Session session = sessions.open()) {
            assertThat(session.one(select(STATION).options(fromCache(cache))).name()).isEqualTo("replica");
            assertThat(session.execute(select(STATION.name), ExecuteOption.fromCache(cache)).one())
                    .isEqualTo("replica");
            session.expireAll();
            assertThat(session.all(select(STATION).options(selectIn(STATION.readings), cached(STATION.climate, cache),
                    fromCache(cache)))).hasSize(1);
            assertThat(session.one(select(STATION)).climate()).isNull();
            assertThat(asked).isEmpty();
            assertThat(session.one(select(STATION.name).options(fromCache(cache), fromPrimary())))
                    .isEqualTo("primary");
            assertThat(asked).hasSize(1).allMatch(query -> query.engine() == primary.engine());
        }
    }

    @DatabaseTest
    void aStatementThatChangesRowsIsNotForAReplica(TestDatabase database) {
        TestDatabase primary = named(database, "primary");
        TestDatabase replica = named(database.another(), "replica");
        SessionFactory sessions = sessions(primary, Replicas.of(replica.engine()));

        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(Sql.update(STATION).set(STATION.name, "x")
                    .options(fromReplica()))).isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "A statement that changes rows has the option fromReplica(), but a replica is read-only. "
                                    + "Remove the option.");
        }
        assertThat(replica.statements().count()).isZero();
    }
}

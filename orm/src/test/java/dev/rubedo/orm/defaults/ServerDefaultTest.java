package dev.rubedo.orm.defaults;

import static dev.rubedo.orm.defaults.Crate_.CRATE;
import static dev.rubedo.orm.defaults.Job_.JOB;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** What is never set is what the database says, whatever the type of the attribute. */
class ServerDefaultTest {

    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(JOB, CRATE);
        model.metadata().createAll(engine);
        statements.clear();
        return SessionFactory.of(engine, model);
    }

    private static void assertDefaults(Job job) {
        assertThat(job.weight()).isEqualTo(5);
        assertThat(job.size()).isEqualTo(7);
        assertThat(job.rank()).isEqualTo((short) 3);
        assertThat(job.score()).isEqualTo(1.5);
        assertThat(job.active()).isTrue();
        assertThat(job.level()).isEqualTo(9);
        assertThat(job.state()).isEqualTo("open");
        assertThat(job.plain()).isZero();
    }

    @DatabaseTest
    void aPrimitiveThatWasNeverSetGetsTheDefault(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> session.add(new Job("x")));

        try (Session session = sessions.open()) {
            assertDefaults(session.execute(select(JOB)).one());
        }
    }

    @DatabaseTest(only = "sqlite")
    void theInsertReturnsWhatTheDatabaseFillsIn(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Job job = new Job("x").size(8).active(false);
            session.add(job);
            session.flush();

            assertThat(job.weight()).isEqualTo(5);
            assertThat(job.level()).isEqualTo(9);
            assertThat(job.active()).isFalse();
            assertThat(statements).containsExactly(
                    """
                            INSERT INTO job (name, size, active, plain) VALUES (?, ?, ?, ?) \
                            RETURNING id, weight, rank, score, level, state
                            """);
        }
    }

    @DatabaseTest
    void manyRowsGetTheirOwnValuesBack(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Job first = new Job("a");
        Job second = new Job("b");
        Job third = new Job("c").weight(1);
        sessions.inTransaction(session -> {
            session.addAll(List.of(first, second, third));
            session.flush();
            assertDefaults(first);
            assertDefaults(second);
            assertThat(third.weight()).isEqualTo(1);
            assertThat(third.state()).isEqualTo("open");
        });

        try (Session session = sessions.open()) {
            assertThat(session.execute(select(JOB).orderBy(JOB.id)).all()).extracting(Job::name)
                    .containsExactly("a", "b", "c");
            assertDefaults(session.require(Job.class, first.id()));
            assertDefaults(session.require(Job.class, second.id()));
        }
    }

    @DatabaseTest
    void whatTheInsertReturnsCanBeReadAfterTheSession(Engine engine, StatementLog statements) {
        Job job = new Job("x");
        open(engine, statements).inTransaction(session -> session.add(job));

        assertDefaults(job);
    }

    @DatabaseTest
    void defaultsThatNoInsertReturnsAreReadByOneStatementBeforeTheBlockEnds(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        List<Crate> crates = List.of(new Crate("a"), new Crate("b").weight(2), new Crate("c"));

        sessions.inTransaction(session -> session.addAll(crates));

        assertThat(crates).extracting(Crate::weight).containsExactly(5, 2, 5);
        assertThat(statements.texts()).filteredOn(sql -> sql.contains("FROM crate")).hasSizeLessThanOrEqualTo(1);
    }

    @DatabaseTest
    void aRowThatAStatementDeletedDoesNotKeepTheBlockFromItsCommit(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);

        sessions.inTransaction(session -> {
            session.addAll(List.of(new Crate("a"), new Crate("b")));
            session.flush();
            session.connection().execute(Sql.text("DELETE FROM crate"));
        });

        sessions.inTransaction(session -> assertThat(session.count(select(CRATE))).isZero());
    }

    @DatabaseTest
    void aZeroThatWasSetIsInserted(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Job job = new Job("x").weight(0).size(0).score(0).active(false);
        sessions.inTransaction(session -> session.add(job));

        try (Session session = sessions.open()) {
            Job read = session.require(Job.class, job.id());
            assertThat(read.weight()).isZero();
            assertThat(read.size()).isZero();
            assertThat(read.score()).isZero();
            assertThat(read.active()).isFalse();
        }
    }

    @DatabaseTest
    void nullThatWasSetIsInsertedWhereTheColumnTakesIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Job job = new Job("x").level(null).state(null);
        sessions.inTransaction(session -> session.add(job));

        try (Session session = sessions.open()) {
            Job read = session.require(Job.class, job.id());
            assertThat(read.level()).isNull();
            assertThat(read.state()).isEqualTo("open");
        }
    }

    @DatabaseTest
    void anObjectThatWaitedForItsInsertWhenTheTransactionEndedHasItsDefaultsLater(Engine engine,
            StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Job job = new Job("x");
        try (Session session = sessions.open()) {
            session.add(job);
            session.rollback();
        }

        sessions.inTransaction(session -> session.add(job));

        try (Session session = sessions.open()) {
            assertDefaults(session.require(Job.class, job.id()));
        }
    }

    @DatabaseTest
    void anObjectWhoseInsertWasUndoneHasItsDefaultsLater(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Job job = new Job("x").size(8).level(null);
        try (Session session = sessions.open()) {
            session.add(job);
            session.flush();
            session.rollback();
        }

        sessions.inTransaction(session -> session.add(job));

        try (Session session = sessions.open()) {
            Job read = session.require(Job.class, job.id());
            assertThat(read.weight()).isEqualTo(5);
            assertThat(read.active()).isTrue();
            assertThat(read.size()).isEqualTo(8);
            assertThat(read.level()).isNull();
        }
    }

    @DatabaseTest
    void aMergedNewObjectHasTheDefaultsToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Job merged = sessions.fromTransaction(session -> session.merge(new Job("x")));

        try (Session session = sessions.open()) {
            assertDefaults(session.require(Job.class, merged.id()));
        }
    }

    @DatabaseTest
    void mergingANewObjectOntoARowLeavesWhatItDoesNotSet(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> session.add(new Crate("a").weight(8)));

        sessions.inTransaction(session -> session.merge(new Crate("a")));

        try (Session session = sessions.open()) {
            assertThat(session.require(Crate.class, "a").weight()).isEqualTo(8);
        }
    }

    @DatabaseTest
    void aGivenKeyAndAVersionDoNotChangeIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        List<Crate> crates = List.of(new Crate("b"), new Crate("a"), new Crate("c").weight(2));
        sessions.inTransaction(session -> session.addAll(crates));

        try (Session session = sessions.open()) {
            assertThat(session.execute(select(CRATE).orderBy(CRATE.code)).all()).extracting(Crate::weight)
                    .containsExactly(5, 5, 2);
            assertThat(session.require(Crate.class, "a").version()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void aRowThatTakesThePlaceOfADeletedOneHasTheDefault(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> session.add(new Crate("a").weight(8)));

        sessions.inTransaction(session -> {
            session.delete(session.require(Crate.class, "a"));
            session.add(new Crate("a"));
        });

        try (Session session = sessions.open()) {
            assertThat(session.require(Crate.class, "a").weight()).isEqualTo(5);
        }
    }

    @DatabaseTest(only = "sqlite")
    void anAttributeOfANewObjectThatWasNeverSetHasNoHistory(Engine engine, StatementLog statements) {
        Job job = new Job("x");

        assertThat(InstanceState.of(job).history("weight").unchanged()).isEmpty();
        assertThat(InstanceState.of(job).history("weight").hasChanges()).isFalse();
    }
}

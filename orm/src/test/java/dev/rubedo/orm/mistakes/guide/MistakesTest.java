package dev.rubedo.orm.mistakes.guide;

import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.mistakes.guide.Essay_.ESSAY;
import static dev.rubedo.orm.mistakes.guide.Writer_.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class MistakesTest {
    private static final Model MODEL = Model.of(WRITER, ESSAY);

    private static SessionFactory filled(Engine engine) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            Writer ada = new Writer("Ada");
            ada.essays().add(new Essay("Notes"));
            session.add(ada);
        });
        return sessions;
    }

    /** Makes a mistake whose message must be on the page, word by word. */
    private static void onThePage(ThrowingCallable mistake) throws IOException {
        String page = Files.readString(
                Path.of(System.getProperty("basedir", "")).resolve("../docs/guide/mistakes.md"));
        assertThatThrownBy(mistake).isInstanceOf(RubedoException.class)
                .satisfies(failure -> assertThat(withoutTimes(page.replaceAll("\\s+>?\\s*", " ")))
                        .contains(
                                withoutTimes(String.valueOf(failure.getMessage()).lines().findFirst().orElseThrow())));
    }

    /** The time that a connection was held is another in each run. */
    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d+ s", "... s");
    }

    private static void inSession(SessionFactory sessions, Consumer<Session> work) {
        sessions.inTransaction(work::accept);
    }

    @DatabaseTest
    void readingAfterTheSession(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        Writer ada = sessions.fromTransaction(session -> session.one(select(WRITER)));

        onThePage(() -> ada.essays().size());
        Writer loaded = sessions.fromTransaction(
                session -> session.one(select(WRITER).options(selectIn(WRITER.essays))));
        assertThat(loaded.essays()).hasSize(1);
    }

    @DatabaseTest
    void passingAValueOnToAnOverloadedMethod(Engine engine) {
        SessionFactory sessions = filled(engine);

        assertThat(sessions.fromTransaction((Session session) -> session.all(select(WRITER.name))))
                .containsExactly("Ada");
        assertThat(String.valueOf(sessions.fromTransaction((Session session) -> session.count(select(WRITER)))))
                .isEqualTo("1");
    }

    @DatabaseTest
    void loadingWhereItIsForbidden(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        onThePage(() -> inSession(sessions, session -> {
            List<Writer> writers = session.all(select(WRITER).options(raise(WRITER.essays)));
            int essays = writers.stream().mapToInt(writer -> writer.essays().size()).sum();
        }));
    }

    @DatabaseTest
    void aQueryFlushes(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        onThePage(() -> inSession(sessions, session -> {
            Writer bob = new Writer();
            session.add(bob);
            session.all(select(ESSAY));
            bob.name("Bob");
        }));
    }

    @DatabaseTest
    void aCommitExpiresObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine);
        try (Session session = sessions.open()) {
            List<Writer> writers = session.all(select(WRITER));
            session.commit();
            statements.clear();

            writers.get(0).name();

            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void whatIsNotCascaded(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        onThePage(() -> inSession(sessions, session -> {
            Essay notes = session.one(select(ESSAY));
            notes.editor(new Writer("Bob"));
        }));
    }

    @DatabaseTest
    void whatIsRequired(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        onThePage(() -> inSession(sessions, session -> session.add(new Essay("Without a writer"))));
    }

    @DatabaseTest
    void anObjectOfAnotherSession(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);
        try (Session first = sessions.open(); Session second = sessions.open()) {
            Writer ada = first.one(select(WRITER));

            onThePage(() -> second.add(ada));
        }
    }

    @DatabaseTest
    void someoneElseWasFaster(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        onThePage(() -> inSession(sessions, session -> {
            Writer ada = session.one(select(WRITER));
            session.execute(Sql.text("UPDATE writers SET version = version + 1"));
            ada.name("Countess");
        }));
    }

    @DatabaseTest(only = "h2")
    void connectionsThatAreNotGivenBack(TestDatabase database) throws IOException {
        filled(database.engine());
        Engine engine = database
                .newEngine(options -> options.poolSize(1).maxOverflow(0).poolTimeout(Duration.ofSeconds(2)));
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        Session forgotten = sessions.open();
        forgotten.all(select(WRITER));

        onThePage(() -> inSession(sessions, session -> session.all(select(WRITER))));

        forgotten.close();
    }

    @DatabaseTest
    void valuesAreBound(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);
        String name = "'; DROP TABLE writers; --";

        assertThat(sessions.<Boolean, RuntimeException>fromTransaction(session -> session
                .all(select(WRITER).where(WRITER.name.eq(name))).isEmpty())).isTrue();
        onThePage(() -> inSession(sessions,
                session -> session.execute(Sql.text("SELECT id FROM writers WHERE name = :name"))));
    }

    @DatabaseTest
    void aRowThatIsNotThere(Engine engine) throws IOException {
        SessionFactory sessions = filled(engine);

        onThePage(() -> inSession(sessions, session -> session.require(WRITER, 77)));
        onThePage(() -> inSession(sessions, session -> session.one(select(WRITER).where(WRITER.name.eq("Nobody")))));
    }

    @DatabaseTest
    void aChangeAfterTheSession(Engine engine) {
        SessionFactory sessions = filled(engine);

        Writer unmerged = sessions.fromTransaction(session -> session.require(WRITER, 1));
        unmerged.name("Countess");
        Writer again = sessions.fromTransaction(session -> session.require(WRITER, 1));
        assertThat(again.name()).isEqualTo("Ada");
        assertThat(again).isNotEqualTo(unmerged);

        Writer ada = sessions.fromTransaction(session -> session.require(WRITER, 1));
        ada.name("Countess");
        sessions.inTransaction(session -> {
            session.merge(ada);
        });

        assertThat(sessions.fromTransaction((Session session) -> session.require(WRITER, 1).name()))
                .isEqualTo("Countess");
    }

    @DatabaseTest
    void anEntityOutsideTheModel(Engine engine) throws IOException {
        onThePage(() -> Model.of(WRITER));
    }

    @DatabaseTest
    void manyObjects(Engine engine) {
        SessionFactory sessions = filled(engine);

        sessions.inTransaction(session -> {
            for (List<Essay> chunk : session.execute(select(ESSAY)).partitions(1000)) {
                chunk.forEach(essay -> essay.title(essay.title().strip()));
                session.flush();
                session.detachAll();
            }
        });
    }
}

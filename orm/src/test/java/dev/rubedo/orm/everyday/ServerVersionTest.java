package dev.rubedo.orm.everyday;

import static dev.rubedo.orm.everyday.Memo_.MEMO;
import static dev.rubedo.orm.guide.Minute_.MINUTE;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.guide.Minute;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Versions that the database determines. */
class ServerVersionTest {

    private static final String ON_SQLITE = """
            CREATE TRIGGER memos_revision AFTER UPDATE ON memos FOR EACH ROW BEGIN
            UPDATE memos SET revision = OLD.revision + 1 WHERE id = OLD.id; END""";
    private static final String ON_MARIADB = """
            CREATE TRIGGER memos_revision BEFORE UPDATE ON memos FOR EACH ROW SET NEW.revision = OLD.revision + 1""";

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(MEMO);
        model.metadata().createAll(engine);
        boolean isSqlite = engine.dialect().name().equals("sqlite");
        engine.inTransaction(connection -> connection.execute(text(isSqlite ? ON_SQLITE : ON_MARIADB)));
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest(only = {"sqlite", "mariadb"})
    void theFlushReadsTheVersionBack(Engine engine) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            Memo memo = new Memo("a");
            session.add(memo);
            session.flush();
            assertThat(memo.revision()).isEqualTo(1);

            memo.note("b");
            session.flush();
            memo.note("c");
            session.flush();
            assertThat(memo.revision()).isEqualTo(3);
            session.commit();
            assertThat(memo.revision()).isEqualTo(3);
            session.delete(memo);
            session.commit();
            assertThat(session.all(select(MEMO))).isEmpty();
        }
    }

    @DatabaseTest(only = {"sqlite", "mariadb"})
    void noStatementWritesTheVersion(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Memo("a")));
        statements.clear();
        sessions.inTransaction(session -> session.one(select(MEMO)).note("b"));

        assertThat(statements.texts()).anyMatch(
                sql -> sql.equals("UPDATE memos SET note=? WHERE memos.id = ? AND memos.revision = ?"));
        sessions.inTransaction(session -> session.execute(update(MEMO).set(MEMO.note, "c")));
        sessions.inTransaction(session -> assertThat(session.one(select(MEMO.revision))).isEqualTo(3));
    }

    @DatabaseTest(only = {"sqlite", "mariadb"})
    void aRowThatChangedSinceIsRefused(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Memo("a")));
        try (Session session = sessions.open()) {
            Memo memo = session.one(select(MEMO));
            session.connection().execute(text("UPDATE memos SET note = 'x'"));
            memo.note("b");

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
            session.rollback();
            assertThat(memo.revision()).isEqualTo(1);
        }
    }

    @DatabaseTest(only = "postgresql")
    void theSystemColumnOfPostgresqlIsAVersion(Engine engine) {
        Model model = Model.of(MINUTE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        List<Minute> minutes = List.of(new Minute("a"), new Minute("b"));
        sessions.inTransaction(session -> session.addAll(minutes));
        try (Session session = sessions.open()) {
            Minute minute = session.one(select(MINUTE).where(MINUTE.body.eq("a")));
            String before = minute.transaction();
            assertThat(before).matches("\\d+");
            minute.body("c");
            session.commit();
            assertThat(minute.transaction()).isNotEqualTo(before);
        }
        try (Session session = sessions.open()) {
            Minute minute = session.require(Minute.class, minutes.get(0).id());
            sessions.inTransaction(other -> other.execute(update(MINUTE).set(MINUTE.body, "again")));
            minute.body("late");
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }
}

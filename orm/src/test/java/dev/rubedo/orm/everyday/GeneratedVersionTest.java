package dev.rubedo.orm.everyday;

import static dev.rubedo.orm.everyday.Chapter_.CHAPTER;
import static dev.rubedo.orm.everyday.Page_.PAGE;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.UUID;

/** Versions that a method determines. */
class GeneratedVersionTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(PAGE, CHAPTER);
        model.metadata().createAll(engine);
        return SessionFactory.of(engine, model);
    }

    @DatabaseTest
    void eachUpdateHasAnotherRandomVersion(Engine engine) {
        SessionFactory sessions = open(engine);
        List<Page> pages = List.of(new Page("a"), new Page("b"));
        sessions.inTransaction(session -> session.addAll(pages));
        UUID first = pages.get(0).version();
        assertThat(first).isNotNull().isNotEqualTo(pages.get(1).version());

        sessions.inTransaction(session -> session.all(select(PAGE)).forEach(page -> page.title(page.title() + "!")));

        sessions.inTransaction(session -> {
            Page page = session.require(Page.class, pages.get(0).id());
            assertThat(page.version()).isNotEqualTo(first);
            page.title("c");
            session.flush();
            page.title("d");
        });
        sessions.inTransaction(session -> session.all(select(PAGE)).forEach(session::delete));
    }

    @DatabaseTest
    void aRowThatChangedSinceIsRefused(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> session.add(new Page("a")));

        try (Session session = sessions.open()) {
            Page page = session.one(select(PAGE));
            session.connection()
                    .execute(text("UPDATE page SET version = '" + UUID.randomUUID().toString().replace("-", "") + "'"));
            page.title("b");

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @DatabaseTest
    void aVersionCanFollowFromThePreviousOne(Engine engine) {
        SessionFactory sessions = open(engine);
        Chapter chapter = new Chapter("a");
        sessions.inTransaction(session -> session.add(chapter));
        assertThat(chapter.version()).isEqualTo("v");

        sessions.inTransaction(session -> session.require(Chapter.class, chapter.id()).title("b"));
        sessions.inTransaction(session -> session.bulkSave(List.of(new Chapter("c"))));

        sessions.inTransaction(session -> {
            assertThat(session.require(Chapter.class, chapter.id()).version()).isEqualTo("vi");
            assertThat(session.one(select(CHAPTER.version).where(CHAPTER.title.eq("c")))).isEqualTo("v");
            session.execute(update(CHAPTER).set(CHAPTER.title, "x").where(CHAPTER.title.eq("c")));
        });
    }

    @DatabaseTest(only = "sqlite")
    void aRollbackToASavepointTakesTheVersionBack(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            Chapter chapter = new Chapter("a");
            session.add(chapter);
            session.flush();
            var savepoint = session.savepoint();
            chapter.title("b");
            session.flush();
            savepoint.rollback();

            assertThat(chapter.version()).isEqualTo("v");
            chapter.title("c");
            session.flush();
            assertThat(chapter.version()).isEqualTo("vi");
        });
    }
}

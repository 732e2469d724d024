package dev.rubedo.examples.quickstart;

import static dev.rubedo.examples.quickstart.Comment_.COMMENT;
import static dev.rubedo.examples.quickstart.Post_.POST;
import static dev.rubedo.examples.quickstart.Profile_.PROFILE;
import static dev.rubedo.examples.quickstart.Tag_.TAG;
import static dev.rubedo.examples.quickstart.User_.USER;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of entities on DuckDB, whose foreign keys are stricter than those of other databases. */
class DuckDbTest {

    private final Engine engine = Engine.create("duckdb://");
    private final Model model = Model.of(USER, PROFILE, POST, TAG, COMMENT);
    private final SessionFactory sessions = SessionFactory.builder(engine, model).build();

    @BeforeEach
    void store() {
        model.metadata().createAll(engine);
        sessions.inTransaction(session -> {
            var ann = new User("Ann", "ann@example.com").age(34);
            ann.profile(new Profile("Writes."));
            var post = new Post("Hello").likes(3);
            post.tags().add(new Tag("java"));
            var question = new Comment("Why?");
            question.replies().add(new Comment("Because.").post(post));
            post.comments().add(question);
            ann.posts().add(post);
            ann.posts().add(new Post("Bye"));
            session.add(ann);
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aGraphIsStoredAndLoadedInEveryWay() {
        try (Session session = sessions.open()) {
            var ann = session.one(select(USER).options(joined(USER.profile), selectIn(USER.posts)));
            assertThat(ann.posts()).extracting(Post::title).containsExactly("Hello", "Bye");
            assertThat(ann.profile()).isNotNull();
            assertThat(ann.posts().getFirst().tags()).extracting(Tag::label).containsExactly("java");
            assertThat(session.all(select(COMMENT).where(COMMENT.parent().text.eq("Why?"))))
                    .extracting(Comment::text).containsExactly("Because.");
        }
    }

    @Test
    void columnsWithoutAnIndexChangeAndRollBack() {
        sessions.inTransaction(session -> {
            session.one(select(USER)).age(35);
            session.one(select(POST).where(POST.title.eq("Hello"))).likes(4);
        });
        try (Session session = sessions.open()) {
            var ann = session.one(select(USER));
            ann.name("Mallory");
            session.flush();
            session.rollback();
            assertThat(ann.name()).isEqualTo("Ann");
            assertThat(ann.age()).isEqualTo(35);
        }
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.add(new User("Eve", "ann@example.com"))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void rowsThatReferToOthersAreDeletedInATransactionBefore() {
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.delete(session.one(select(USER)))))
                .isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageContaining("DuckDB also counts referencing rows that the same transaction deleted. "
                        + "Delete them and commit");

        sessions.inTransaction(session -> session
                .deleteAll(session.all(select(COMMENT).where(COMMENT.parent.isNotNull()))));
        sessions.inTransaction(session -> session.deleteAll(session.all(select(COMMENT))));
        sessions.inTransaction(session -> {
            session.one(select(POST).where(POST.title.eq("Hello"))).tags().clear();
            session.delete(session.one(select(PROFILE)));
        });
        sessions.inTransaction(session -> session.deleteAll(session.all(select(POST))));
        sessions.inTransaction(session -> session.delete(session.one(select(USER))));

        try (Session session = sessions.open()) {
            assertThat(session.count(select(USER))).isZero();
            assertThat(session.count(select(TAG))).isEqualTo(1);
        }
    }

    @Test
    void anIndexedColumnOfAReferencedRowDoesNotChange() {
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.one(select(USER)).email("new@example.com")))
                .isInstanceOf(ForeignKeyViolationException.class).hasMessageContaining("DuckDB also counts");
        sessions.inTransaction(session -> session.one(select(POST).where(POST.title.eq("Bye"))).title("See you"));

        try (Session session = sessions.open()) {
            assertThat(session.all(select(POST.title).orderBy(POST.id))).containsExactly("Hello", "See you");
        }
    }
}

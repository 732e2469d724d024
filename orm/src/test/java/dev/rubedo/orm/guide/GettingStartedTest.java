package dev.rubedo.orm.guide;

import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.guide.Post_.POST;
import static dev.rubedo.orm.guide.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of {@code README.md} and {@code docs/guide/getting-started.md}; an architecture test compares the texts. */
class GettingStartedTest {

    record Written(String name, long posts) {}

    private static final Model MODEL = Model.of(USER, POST);

    private static SessionFactory open(String url) {
        Engine engine = Engine.builder(url).echo(true).build();
        Model model = Model.of(USER, POST);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        return sessions;
    }

    @Test
    void theSamplesOfTheGuideDoWhatTheySay(@TempDir Path folder) {
        String url = "sqlite:///" + folder.resolve("blog.db");
        SessionFactory sessions = open(url);
        store(sessions);
        query(sessions);
        load(sessions);
        change(sessions);
        readme(url).engine().close();
        sessions.engine().close();
    }

    private static void store(SessionFactory sessions) {
        sessions.inTransaction(session -> {
            User ada = new User("Ada").age(35);
            ada.posts().add(new Post("Notes"));
            ada.posts().add(new Post("More notes"));
            session.add(ada); // its posts follow
        });
    }

    private static void query(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            List<User> adults = session.all(select(USER).where(USER.age.ge(18), USER.name.startsWith("A")));
            List<Post> hers = session.all(select(POST).where(POST.author().name.eq("Ada")).orderBy(POST.title));
            List<String> names = session.all(select(USER.name).where(USER.posts.any(POST.title.eq("Notes"))));
            List<Written> written = session.all(select(into(Written::new, USER.name, count(POST.id)))
                    .join(USER.posts).groupBy(USER.name));

            assertThat(adults).extracting(User::name).containsExactly("Ada");
            assertThat(hers).extracting(Post::title).containsExactly("More notes", "Notes");
            assertThat(names).containsExactly("Ada");
            assertThat(written).containsExactly(new Written("Ada", 2));
        }
    }

    private static void load(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            session.all(select(USER).options(selectIn(USER.posts))); // one more statement for all of them
            session.all(select(POST).options(joined(POST.author))); // in the same statement
            User ada = session.require(USER, 1L);
            int count = ada.posts().size(); // loaded when it is asked for

            assertThat(count).isEqualTo(2);
        }
    }

    private static void change(SessionFactory sessions) {
        try (Session session = sessions.open()) {
            User ada = session.one(select(USER).where(USER.name.eq("Ada")));
            ada.age(36);
            ada.posts().removeFirst(); // an orphan: its row is deleted
            session.commit();

            ada.name("Countess");
            session.rollback(); // ada.name() is "Ada" again

            assertThat(ada.name()).isEqualTo("Ada");
            assertThat(ada.posts()).extracting(Post::title).containsExactly("More notes");
        }
    }

    @DatabaseTest
    void criteriaHoldWhereverAnEntityIsRead(Engine engine) {
        Model model = Model.of(USER, POST);
        model.metadata().createAll(engine);
        SessionFactory published = SessionFactory.builder(engine, model)
                .criteria(POST, post -> post.title.notLike("Draft%"))
                .build();
        published.inTransaction(session -> {
            User ada = new User("Ada");
            ada.posts().add(new Post("Notes"));
            ada.posts().add(new Post("Draft of more notes"));
            session.add(ada);
        });

        try (Session session = published.open()) {
            assertThat(session.all(select(POST))).extracting(Post::title).containsExactly("Notes");
        }
        try (Session session = published.open()) {
            List<User> users = session.all(select(USER).options(withCriteria(POST, post -> post.title.ne("Notes"))));

            assertThat(users.get(0).posts()).isEmpty();
        }
    }

    @DatabaseTest(only = "sqlite")
    void aStatementAboutEntitiesIsResolvedToOneAboutTables(Engine engine) {
        Model model = MODEL;
        String sql = model.resolve(select(POST.title).where(POST.author().name.eq("Ada"))).sql(engine.dialect());

        assertThat(sql).isEqualTo(
                """
                SELECT posts.title FROM posts JOIN users AS users_1 ON users_1.id = posts.author_id WHERE users_1.name = ?""");
    }

    @Test
    void theProcessorListsTheEntitiesOfAPackage() {
        Model all = Model.of(Entities.all());

        assertThat(all.mappers()).extracting(mapper -> mapper.definition().name())
                .containsExactlyInAnyOrder("User", "Post", "Device", "Account", "Invoice", "Minute",
                        "Subscriber");
    }

    private static SessionFactory readme(String url) {
        Engine engine = Engine.create(url); // such as "postgresql://shop:secret@localhost/shop"
        Model model = Model.of(USER, POST);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);

        sessions.inTransaction(session -> {
            User ada = session.one(select(USER).where(USER.name.eq("Ada")));
            ada.age(36); // one UPDATE of one column, at commit
            ada.posts().add(new Post("Notes")); // one INSERT; post.author() == ada at once
        });

        try (Session session = sessions.open()) {
            assertThat(session.require(USER, 1L).posts()).hasSize(2);
        }
        return sessions;
    }

    @DatabaseTest
    void aUserIsStoredWithItsPosts(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        User ada = new User("Ada");
        ada.posts().add(new Post("Notes"));
        sessions.inTransaction(session -> session.add(ada));
        statements.clear();

        List<Post> posts = sessions.fromTransaction(session -> session.all(select(POST)));

        assertThat(posts).extracting(Post::title).containsExactly("Notes");
        assertThat(statements).containsExactly("""
                SELECT posts.id, posts.title, posts.author_id FROM posts
                """);
    }
}

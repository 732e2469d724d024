package dev.rubedo.orm.guide;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.classic.Query.query;
import static dev.rubedo.orm.guide.Post_.POST;
import static dev.rubedo.orm.guide.User_.USER;
import static dev.rubedo.orm.query.SynchronizeSession.FETCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.KeysetPage;
import dev.rubedo.orm.session.Page;
import dev.rubedo.orm.session.ScopedSessions;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** The samples of {@code docs/guide/session.md}; an architecture test compares the texts. */
class SessionsTest {

    private SessionFactory sessions;

    @BeforeEach
    void fill(Engine engine) {
        Model model = Model.of(USER, POST);
        model.metadata().createAll(engine);
        sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (String name : List.of("Ada", "Bob", "Cyd")) {
                User user = new User(name).age(30);
                user.posts().add(new Post("Notes of " + name));
                session.add(user);
            }
        });
    }

    @DatabaseTest
    void objectsAreFoundAndReloaded() {
        try (Session session = sessions.open()) {
            Optional<User> found = session.get(USER, 1);
            User ada = session.require(USER, 1, joined(USER.posts));
            session.refresh(ada, USER.age);
            session.refresh(ada, populateExisting(), joined(USER.posts));
            session.expire(ada);

            assertThat(found).containsSame(ada);
            assertThat(ada.name()).isEqualTo("Ada");
        }
    }

    @DatabaseTest
    void theStateOfAnObject() {
        try (Session session = sessions.open()) {
            User ada = session.require(USER, 1);
            ada.age(31);
            InstanceState state = InstanceState.of(ada);
            boolean changed = state.isModified();
            List<Object> before = state.history(USER.age).deleted();
            List<String> unloaded = state.unloaded();

            assertThat(changed).isTrue();
            assertThat(before).containsExactly(30);
            assertThat(unloaded).containsExactly("posts");
        }
    }

    @DatabaseTest
    void whatObjectsLeadToIsSaved() {
        try (Session session = sessions.open()) {
            User ada = session.require(USER, 1);
            new Post("Analytical").author(ada); // belongs to no session yet
            session.commit(); // saved, because User.posts cascades

            assertThat(session.count(select(POST))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void detachedObjectsAreMerged() {
        User edited = sessions.fromTransaction(session -> session.require(USER, 1));
        edited.age(40);
        try (Session session = sessions.open()) {
            User ada = session.merge(edited);
            User cached = session.mergeWithoutLoading(sessions.fromTransaction(other -> other.require(USER, 2)));
            session.commit();

            assertThat(ada.age()).isEqualTo(40);
            assertThat(cached.name()).isEqualTo("Bob");
        }
    }

    @DatabaseTest
    void factoriesAndScopes() {
        SessionFactory reports = sessions.toBuilder().autoflush(false)
                .connectionOptions(options -> options.timeout(Duration.ofSeconds(30))).build();
        ScopedSessions scoped = sessions.scoped();
        scoped.current().add(new User("Dot"));
        scoped.current().commit();
        scoped.remove();

        assertThat(reports.model()).isSameAs(sessions.model());
        try (Session session = sessions.open()) {
            assertThat(session.count(select(USER))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void rowsAreWrittenInBulk() {
        try (Session session = sessions.open()) {
            session.bulkInsert(USER, List.of(Values.EMPTY.set(USER.name, "Eve"), Values.EMPTY.set(USER.name, "Fay")));
            session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.id, 1L).set(USER.age, 36)));
            session.execute(update(USER).set(USER.age, 18).where(USER.age.isNull()));
            session.execute(deleteFrom(POST).where(POST.title.like("Notes of B%")).options(synchronize(FETCH)));

            assertThat(session.all(select(USER.age).orderBy(USER.id))).containsExactly(36, 30, 30, 18, 18);
            assertThat(session.count(select(POST))).isEqualTo(2);

            List<Values> rows = List.of(Values.EMPTY.set(USER.id, 1L).set(USER.name, "Ida"),
                    Values.EMPTY.set(USER.id, 90L).set(USER.name, "Hal"));
            List<User> users = session.upsert(USER, rows);
            assertThat(users).extracting(User::name).containsExactly("Ida", "Hal");
            assertThat(users).extracting(User::age).containsExactly(36, null);
        }
    }

    @DatabaseTest
    void pagesOfAQuery() {
        try (Session session = sessions.open()) {
            Page<User> first = session.page(select(USER).orderBy(USER.name), 0, 2);
            KeysetPage<User> next = session.pageAfter(select(USER).orderBy(USER.name, USER.id), 2, List.of());
            KeysetPage<User> last = session.pageAfter(select(USER).orderBy(USER.name, USER.id), 2, next.last());

            assertThat(first.total()).isEqualTo(3);
            assertThat(next.hasMore()).isTrue();
            assertThat(last.items()).extracting(User::name).containsExactly("Cyd");
        }
    }

    @DatabaseTest
    void entitiesOfSubqueries() {
        try (Session session = sessions.open()) {
            Subquery some = select(USER).orderBy(USER.name.desc()).limit(2).subquery("some");
            User_ last = aliased(USER, some);
            List<User> users = session.all(select(last).where(last.age.ge(18)).orderBy(last.name));

            assertThat(users).extracting(User::name).containsExactly("Bob", "Cyd");
        }
    }

    @DatabaseTest
    void theClassicQuery() {
        try (Session session = sessions.open()) {
            List<User> adults = query(session, USER).filter(USER.age.ge(18)).orderBy(USER.name).all();
            long changed = query(session, USER).filterBy("name", "Ada").update(update -> update.set(USER.age, 36));

            assertThat(adults).hasSize(3);
            assertThat(changed).isEqualTo(1);
        }
    }
}

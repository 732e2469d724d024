package dev.rubedo.cache;

import static dev.rubedo.cache.Author_.AUTHOR;
import static dev.rubedo.cache.Story_.STORY;
import static dev.rubedo.orm.Orm.cached;
import static dev.rubedo.orm.Orm.fromCache;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.function.Function;

/** Relationships whose rows come from a region when they are accessed. */
class RelationshipCacheTest {

    private final CacheRegion region = CacheRegion.of("stories");
    private CacheStatistics before = region.statistics();

    private SessionFactory filled(Engine engine, StatementLog statements) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (var name : List.of("Ann", "Bob")) {
                var author = new Author(name);
                author.stories().add(new Story("One of " + name));
                author.stories().add(new Story("Two of " + name));
                session.add(author);
            }
        });
        // the region begins to watch the engine with its first query; the transaction of that one is not watched
        read(sessions, session -> session.count(select(AUTHOR).where(AUTHOR.id.eq(0L)).options(fromCache(region))));
        read(sessions, session -> session.all(select(AUTHOR).where(AUTHOR.id.eq(0L)).options(fromCache(region))));
        before = region.statistics();
        statements.clear();
        return sessions;
    }

    private static <R> R read(SessionFactory sessions, Function<Session, R> work) {
        try (var session = sessions.open()) {
            return work.apply(session);
        }
    }

    private List<String> titles(SessionFactory sessions, String name) {
        return read(sessions, session -> titles(session.one(select(AUTHOR).where(AUTHOR.name.eq(name))
                .options(cached(AUTHOR.stories, region)))));
    }

    private static List<String> titles(Author author) {
        return author.stories().stream().map(Story::title).toList();
    }

    @DatabaseTest
    void theSecondSessionExecutesNoStatementForACollection(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        assertThat(titles(sessions, "Ann")).containsExactly("One of Ann", "Two of Ann");
        assertThat(titles(sessions, "Ann")).containsExactly("One of Ann", "Two of Ann");

        // two for the author, one for the stories
        assertThat(statements).hasCount(3);
        assertThat(region.statistics().hits() - before.hits()).isEqualTo(1);
        assertThat(region.statistics().misses() - before.misses()).isEqualTo(1);
    }

    @DatabaseTest
    void eachOwnerHasItsOwnRows(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);

        assertThat(titles(sessions, "Ann")).containsExactly("One of Ann", "Two of Ann");
        assertThat(titles(sessions, "Bob")).containsExactly("One of Bob", "Two of Bob");
        assertThat(region.statistics().misses() - before.misses()).isEqualTo(2);
    }

    @DatabaseTest
    void aRelatedObjectComesFromTheRegion(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var stories = select(STORY).orderBy(STORY.title).options(cached(STORY.author, region));

        for (int i = 0; i < 2; i++) {
            List<String> names = read(sessions, session -> session.all(stories).stream()
                    .map(story -> story.author().name()).toList());
            assertThat(names).containsExactly("Ann", "Bob", "Ann", "Bob");
        }

        // the stories twice, and each of the two authors once
        assertThat(statements).hasCount(4);
    }

    @DatabaseTest
    void aCommittedChangeIsVisibleAtOnce(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        titles(sessions, "Ann");

        sessions.inTransaction(session -> session.one(select(AUTHOR).where(AUTHOR.name.eq("Ann"))).stories()
                .add(new Story("A third")));
        assertThat(titles(sessions, "Ann")).containsExactly("A third", "One of Ann", "Two of Ann");

        sessions.inTransaction(session -> session.execute(update(STORY).set(STORY.title, "X")
                .where(STORY.title.eq("A third"))));
        assertThat(titles(sessions, "Ann")).containsExactly("One of Ann", "Two of Ann", "X");
    }

    @DatabaseTest
    void aTransactionSeesItsOwnChangesAndKeepsThemToItself(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        titles(sessions, "Ann");

        try (var session = sessions.open()) {
            session.execute(update(STORY).set(STORY.title, "Mine").where(STORY.title.eq("One of Ann")));
            assertThat(titles(session.one(select(AUTHOR).where(AUTHOR.name.eq("Ann"))
                    .options(cached(AUTHOR.stories, region))))).containsExactly("Mine", "Two of Ann");
            session.rollback();
        }

        assertThat(titles(sessions, "Ann")).containsExactly("One of Ann", "Two of Ann");
    }

    @DatabaseTest
    void criteriaMakeOtherRows(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        titles(sessions, "Ann");

        List<String> some = read(sessions, session -> titles(session.one(select(AUTHOR).where(AUTHOR.name.eq("Ann"))
                .options(cached(AUTHOR.stories, region),
                        withCriteria(STORY, story -> story.title.startsWith("Two"))))));

        assertThat(some).containsExactly("Two of Ann");
        assertThat(titles(sessions, "Ann")).hasSize(2);
    }

    @DatabaseTest
    void aFactoryCachesRelationshipsThatNoOptionNames(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements).toBuilder()
                .cacheRelationships(region, AUTHOR.stories, STORY.author).build();

        for (int i = 0; i < 2; i++) {
            read(sessions, session -> titles(session.one(select(AUTHOR).where(AUTHOR.name.eq("Ann")))));
            read(sessions, session -> titles(session.require(AUTHOR, 1L)));
        }
        assertThat(statements).hasCount(5);
        statements.clear();

        read(sessions, session -> titles(session.require(AUTHOR, 1L, selectIn(AUTHOR.stories))));
        read(sessions, session -> titles(session.require(AUTHOR, 1L, lazy(AUTHOR.stories))));
        assertThat(statements).hasCount(4);
        statements.clear();

        read(sessions.toBuilder().build(), session -> titles(session.require(AUTHOR, 1L)));
        assertThat(statements).hasCount(1);
    }

    @DatabaseTest
    void objectsOfASessionKeepTheirValues(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        titles(sessions, "Ann");

        try (var session = sessions.open()) {
            var story = session.one(select(STORY).where(STORY.title.eq("One of Ann")));
            story.title("Changed");
            var author = session.one(select(AUTHOR).where(AUTHOR.name.eq("Ann"))
                    .options(cached(AUTHOR.stories, region)));

            assertThat(author.stories()).contains(story);
            assertThat(story.title()).isEqualTo("Changed");
        }
    }

    /** A store that has failed. */
    private static final class Broken implements CacheStore {
        @Override
        public CachedRows get(CacheKey key) {
            throw new IllegalStateException("no store");
        }

        @Override
        public void put(CacheKey key, CachedRows rows) {
            throw new IllegalStateException("no store");
        }

        @Override
        public void clear(String region) {
            throw new IllegalStateException("no store");
        }
    }

    @DatabaseTest(only = "h2")
    void aStoreThatFailsIsPassedBy(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var broken = CacheRegion.named("broken").store(new Broken()).build();

        for (int i = 0; i < 2; i++) {
            List<String> found = read(sessions, session -> titles(session.require(AUTHOR, 1L,
                    cached(AUTHOR.stories, broken))));
            assertThat(found).hasSize(2);
        }

        assertThat(broken.statistics().failures()).isPositive();
    }
}

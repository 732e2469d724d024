package dev.rubedo.cache;

import static dev.rubedo.cache.Author_.AUTHOR;
import static dev.rubedo.cache.Story_.STORY;
import static dev.rubedo.orm.Orm.fromCache;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stores of regions, and what happens between threads. */
class CacheStoreTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 10; i++) {
                session.add(new Author("Author " + i));
            }
        });
        statements.clear();
        return sessions;
    }

    private static List<String> names(SessionFactory sessions, CacheRegion region) {
        try (var session = sessions.open()) {
            return session.all(select(AUTHOR.name).orderBy(AUTHOR.name).options(fromCache(region)));
        }
    }

    /** A dictionary, as in a first attempt at caching. */
    private static final class Dictionary implements CacheStore {
        final Map<CacheKey, CachedRows> rows = new ConcurrentHashMap<>();

        @Override
        public @Nullable CachedRows get(CacheKey key) {
            return rows.get(key);
        }

        @Override
        public void put(CacheKey key, CachedRows kept) {
            rows.put(key, kept);
        }

        @Override
        public void clear(String region) {
            rows.keySet().removeIf(key -> key.region().equals(region));
        }
    }

    @DatabaseTest
    void anyMapIsAStore(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var dictionary = new Dictionary();
        var one = CacheRegion.named("one").store(dictionary).build();
        var two = CacheRegion.named("two").store(dictionary).build();

        for (int i = 0; i < 3; i++) {
            assertThat(names(sessions, one)).isEqualTo(names(sessions, two)).hasSize(10);
        }
        assertThat(statements).hasCount(2);
        assertThat(dictionary.rows).hasSize(2);

        one.invalidate();
        assertThat(dictionary.rows.keySet()).extracting(CacheKey::region).containsExactly("two");
    }

    @DatabaseTest
    void aJCacheIsAStore(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var manager = Caching.getCachingProvider().getCacheManager();
        var cache = manager.createCache("rows " + engine.url(),
                new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
        var region = CacheRegion.named("shared").store(new JCacheStore(cache)).build();

        assertThat(names(sessions, region)).isEqualTo(names(sessions, region)).hasSize(10);
        assertThat(statements).hasCount(1);
        // another process has its own region over the same cache
        assertThat(names(sessions, CacheRegion.named("shared").store(new JCacheStore(cache)).build())).hasSize(10);
        assertThat(statements).hasCount(1);

        region.invalidate();
        assertThat(cache).isEmpty();
        assertThat(names(sessions, region)).hasSize(10);
        assertThat(statements).hasCount(2);
        manager.destroyCache(cache.getName());
    }

    @DatabaseTest
    void aStoreThatFailsIsReplacedByTheDatabase(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var region = CacheRegion.named("broken").store(new CacheStore() {
            @Override
            public @Nullable CachedRows get(CacheKey key) {
                throw new IllegalStateException("no connection to the store");
            }

            @Override
            public void put(CacheKey key, CachedRows rows) {
                throw new IllegalStateException("no connection to the store");
            }

            @Override
            public void clear(String name) {
                throw new IllegalStateException("no connection to the store");
            }
        }).build();

        assertThat(names(sessions, region)).isEqualTo(names(sessions, region)).hasSize(10);
        region.invalidate();

        assertThat(statements).hasCount(2);
        assertThat(region.statistics()).isEqualTo(new CacheStatistics(0, 2, 0, 5));
    }

    @DatabaseTest
    void aStoreInMemoryForgetsWhatDoesNotFit(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var small = CaffeineStore.ofBytes(4000);
        var region = CacheRegion.named("small").store(small).withoutTimeToLive().build();

        try (var session = sessions.open()) {
            for (int i = 0; i < 200; i++) {
                var name = "Author " + i;
                session.all(select(AUTHOR.name).where(AUTHOR.name.eq(name)).options(fromCache(region)));
            }
        }

        assertThat(small.size()).isBetween(1L, 20L);
    }

    @DatabaseTest
    void anErrorOfTheDatabaseIsNotCached(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var region = CacheRegion.of("errors");
        engine.inTransaction(connection -> connection.executeDriverSql("ALTER TABLE authors RENAME TO writers",
                List.of()));
        assertThatThrownBy(() -> names(sessions, region)).isInstanceOf(DatabaseException.class);
        engine.inTransaction(connection -> connection.executeDriverSql("ALTER TABLE writers RENAME TO authors",
                List.of()));

        assertThat(names(sessions, region)).hasSize(10);
    }

    @DatabaseTest
    void theRowsOfPartitionsAreApart(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var user = new AtomicReference<>("ada");
        var region = CacheRegion.named("secured").partitionedBy(user::get).build();

        for (var name : List.of("ada", "bob", "ada", "bob")) {
            user.set(name);
            assertThat(names(sessions, region)).hasSize(10);
        }

        assertThat(statements).hasCount(2);
    }

    @DatabaseTest
    void ofManyThreadsOneLoads(Engine engine, StatementLog statements) throws Exception {
        var sessions = filled(engine, statements);
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var region = CacheRegion.named("flights").patience(Duration.ofMinutes(1)).store(new Dictionary()).build();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> engine.fromTransaction(connection -> connection.all(
                    select(Model.of(AUTHOR, STORY).mapper(Author.class).table()),
                    ExecuteOption.fromCache(region),
                    ExecuteOption.onExecute(execution -> {
                        loading.countDown();
                        await(goOn);
                    }))));
            await(loading);
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                others.add(threads.submit(() -> engine.fromTransaction(connection -> connection.all(
                        select(Model.of(AUTHOR, STORY).mapper(Author.class).table()),
                        ExecuteOption.fromCache(region))).size()));
            }
            goOn.countDown();
            assertThat(slow.get()).hasSize(10);
            for (var other : others) {
                assertThat(other.get()).isEqualTo(10);
            }
        }
        assertThat(statements).hasCount(1);
    }

    @DatabaseTest
    void whoHasWaitedLongEnoughLoadsToo(Engine engine, StatementLog statements) throws Exception {
        var sessions = filled(engine, statements);
        var table = Model.of(AUTHOR, STORY).mapper(Author.class).table();
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var region = CacheRegion.named("impatient").patience(Duration.ofMillis(20)).build();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> engine.fromTransaction(connection -> connection.all(select(table),
                    ExecuteOption.fromCache(region),
                    ExecuteOption.onExecute(execution -> {
                        loading.countDown();
                        await(goOn);
                    }))));
            await(loading);
            assertThat(engine.<Integer, RuntimeException>fromTransaction(connection -> connection.all(select(table),
                    ExecuteOption.fromCache(region)).size())).isEqualTo(10);
            goOn.countDown();
            assertThat(slow.get()).hasSize(10);
        }
        assertThat(statements).hasCount(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @DatabaseTest(except = "sqlite")
    void rowsOfAnOldSnapshotAreNotKept(Engine engine, StatementLog statements) {
        var sessions = filled(engine, statements);
        var region = CacheRegion.of("snapshots");
        names(sessions, region);
        var repeatable = engine.withOptions(options -> options.isolationLevel(IsolationLevel.REPEATABLE_READ));
        var old = SessionFactory.of(repeatable, sessions.model());

        try (var session = old.open()) {
            assertThat(session.count(select(AUTHOR))).isEqualTo(10);
            sessions.inTransaction(other -> other.add(new Author("New")));
            session.all(select(AUTHOR.name).orderBy(AUTHOR.name).options(fromCache(region)));
        }

        assertThat(names(sessions, region)).hasSize(11);
    }

    private static String fingerprint(String user, String password) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:fingerprints;DB_CLOSE_DELAY=-1");
        source.setUser(user);
        source.setPassword(password);
        var seen = new AtomicReference<String>();
        try (var engine = Engine.of(source); var connection = engine.connect()) {
            connection.executeDriverSql("CREATE USER IF NOT EXISTS ada PASSWORD 'lovelace' ADMIN", List.of());
            connection.all(Sql.select(Sql.literal(1)), ExecuteOption.fromCache((query, load) -> {
                seen.set(query.fingerprint());
                return load.get();
            }));
        }
        return Objects.requireNonNull(seen.get());
    }

    @Test
    void theRowsOfUsersOfOneUrlAreApart() {
        assertThat(fingerprint("sa", "")).isEqualTo(fingerprint("sa", ""))
                .isNotEqualTo(fingerprint("ada", "lovelace"));
    }

    @Test
    void namesAndLimitsAreChecked() {
        assertThatThrownBy(() -> CacheRegion.of("a:b")).hasMessageContaining("contain a colon");
        assertThatThrownBy(() -> CaffeineStore.ofBytes(0)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> CacheRegion.named("a").timeToLive(Duration.ZERO)).hasMessageContaining("positive");
        assertThatThrownBy(() -> CacheRegion.named("a").patience(Duration.ofSeconds(-1)))
                .hasMessageContaining("negative");
    }
}

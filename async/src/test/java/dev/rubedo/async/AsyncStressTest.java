package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Many sessions on a small pool. With {@code -Drubedo.stress=full} the tests take more than a minute; otherwise seconds.
 */
class AsyncStressTest {

    private static final boolean FULL = "full".equals(System.getProperty("rubedo.stress"));
    private static final int POOL = 16;
    private static final int SESSIONS = 10_000;
    private static final Duration TIME = FULL ? Duration.ofSeconds(60) : Duration.ofMillis(1500);
    private static final int CALLS = FULL ? 10_000 : 600;

    private static Engine smallPool(TestDatabase database) {
        return Engine.builder(database.url()).poolSize(POOL).maxOverflow(0).poolTimeout(Duration.ofMinutes(5)).build();
    }

    /** All connections are back, there are no more than the pool may have, and each of them answers. */
    private static void assertWhole(AsyncEngine async) {
        Numbers.awaitAllReturned(async.engine());
        var connections = new ArrayList<AsyncConnection>();
        for (int i = 0; i < POOL; i++) {
            connections.add(async.connect().orTimeout(30, TimeUnit.SECONDS).join());
        }
        for (int i = 0; i < POOL; i++) {
            assertThat(connections.get(i).one(select(dev.rubedo.sql.Sql.literal(i))).join()).isEqualTo(i);
        }
        connections.forEach(connection -> connection.close().join());
        assertThat(async.engine().poolStatus().checkedOut()).isZero();
        assertThat(async.engine().poolStatus().idle()).isBetween(1, POOL);
    }

    @DatabaseTest(only = "postgresql")
    void tenThousandSessionsShareSixteenConnections(TestDatabase database) throws InterruptedException {
        try (var engine = smallPool(database); var async = AsyncEngine.of(engine)) {
            var model = Model.of(AUTHOR, STORY);
            model.metadata().createAll(engine);
            var sessions = AsyncSessionFactory.of(async, model);
            Long id = sessions.fromTransaction(session -> {
                var author = new Author("Ann");
                return session.add(author).thenCompose(done -> session.flush()).thenApply(done -> author.id());
            }).join();
            var open = new Semaphore(SESSIONS);
            var done = new AtomicLong();
            Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
            long begun = 0;
            long until = System.nanoTime() + TIME.toNanos();
            while (System.nanoTime() < until || begun < SESSIONS / 10) {
                open.acquire();
                begun++;
                sessions.fromTransaction(session -> session.require(AUTHOR, id)
                        .thenCompose(author -> session.count(dev.rubedo.orm.Orm.select(STORY))))
                        .whenComplete((count, failure) -> {
                            done.incrementAndGet();
                            if (failure != null) {
                                failures.add(failure);
                            }
                            open.release();
                        });
            }
            assertThat(open.tryAcquire(SESSIONS, 5, TimeUnit.MINUTES)).as("all sessions have ended").isTrue();

            assertThat(failures).isEmpty();
            assertThat(done).hasValue(begun);
            assertWhole(async);
            System.out.println(
                    begun + " sessions, up to " + SESSIONS + " at once, on " + POOL + " connections in " + TIME);
        }
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void randomCancellationsHitNobodyElse(TestDatabase database) {
        try (var engine = smallPool(database); var async = Numbers.open(engine, 50)) {
            boolean isPostgres = engine.dialectName().equals("postgresql");
            var random = ThreadLocalRandom.current();
            List<CompletableFuture<Long>> kept = new ArrayList<>();
            List<CompletableFuture<Long>> cancelled = new ArrayList<>();
            var sleep = text(isPostgres ? "SELECT pg_sleep(0.003)" : "SELECT sleep(0.003)");
            for (int i = 0; i < CALLS; i++) {
                CompletableFuture<Long> call = async.fromTransaction(connection -> connection.count(select(NUMBERS))
                        .thenCompose(count -> connection.execute(sleep))
                        .thenCompose(done -> connection.count(select(NUMBERS))));
                if (i % 2 == 0) {
                    kept.add(call);
                } else {
                    cancelled.add(call);
                    CompletableFuture.delayedExecutor(random.nextLong(8_000_000), TimeUnit.NANOSECONDS)
                            .execute(() -> call.cancel(true));
                }
                if (i % POOL == 0) {
                    LockSupport.parkNanos(random.nextLong(8_000_000));
                }
            }

            assertThat(kept).allSatisfy(call -> assertThat(call.orTimeout(2, TimeUnit.MINUTES).join()).isEqualTo(50));
            var ended = cancelled.stream().map(call -> call.handle((count, failure) -> call.isCancelled())
                    .orTimeout(2, TimeUnit.MINUTES).join()).toList();
            assertWhole(async);
            long hits = ended.stream().filter(isCancelled -> isCancelled).count();
            assertThat(hits).isPositive();
            System.out.println(CALLS + " transactions, " + cancelled.size() + " cancel requests, " + hits
                    + " in time, on " + database.name());
        }
    }
}

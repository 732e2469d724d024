package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Many threads on one engine: no lost values, no mixed-up results, correct locks and deadlocks. */
public abstract class ConcurrencySuite {

    private static final int THREADS = 8;

    private Shop shop = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
    }

    @DatabaseTest
    void readersGetEachTheirOwnAnswer(Engine engine) throws Exception {
        inParallel(THREADS, thread -> {
            for (long round = 0; round < 25; round++) {
                long id = 1 + (round + thread) % 4;
                long found = engine.fromTransaction(
                        connection -> connection.execute(select(shop.users.id).where(shop.users.id.eq(id))).one());
                assertThat(found).isEqualTo(id);
            }
        });
    }

    @DatabaseTest
    void incrementsAreNotLost(Engine engine) throws Exception {
        inParallel(4, thread -> {
            for (int round = 0; round < 10; round++) {
                engine.inTransaction(TransactionOptions.retrying(50),
                        connection -> connection.execute(update(shop.users)
                                .set(shop.users.age, shop.users.age.plus(1)).where(shop.users.id.eq(1L))));
            }
        });

        var ages = new ArrayList<@Nullable Integer>();
        engine.inTransaction(connection -> connection.execute(select(shop.users.age).where(shop.users.id.eq(1L)))
                .forEach(ages::add));
        assertThat(ages).containsExactly(36 + 40);
    }

    @DatabaseTest
    void virtualThreadsShareTheEngine(Engine engine) throws Exception {
        var results = new ArrayList<Future<Long>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int task = 0; task < 50; task++) {
                Callable<Long> count = () -> engine.fromTransaction(connection -> connection.count(select(shop.users)));
                results.add(threads.submit(count));
            }
        }

        for (Future<Long> result : results) {
            assertThat(result.get()).isEqualTo(4);
        }
    }

    @DatabaseTest(requires = Feature.NO_WAIT)
    void noWaitFailsAtOnceOnALockedRow(Engine engine) {
        try (Connection holder = engine.connect(); Connection other = engine.connect()) {
            holder.execute(select(shop.users.id).where(shop.users.id.eq(1L)).forUpdate()).all();

            var query = select(shop.users.id).where(shop.users.id.eq(1L)).forUpdate(lock -> lock.noWait());
            assertThatThrownBy(() -> other.execute(query).all()).isInstanceOf(LockTimeoutException.class);
        }
    }

    @DatabaseTest(requires = Feature.SKIP_LOCKED)
    void skipLockedLeavesOutWhatOthersHold(Engine engine) {
        try (Connection holder = engine.connect(); Connection other = engine.connect()) {
            holder.execute(select(shop.users.id).where(shop.users.id.eq(1L)).forUpdate()).all();

            var query = select(shop.users.id).where(shop.users.id.le(2L)).orderBy(shop.users.id)
                    .forUpdate(lock -> lock.skipLocked());
            assertThat(other.execute(query).all()).containsExactly(2L);
        }
    }

    @DatabaseTest(requires = Feature.ROW_LOCKS)
    void aDeadlockEndsOneOfTheTwo(Engine engine) throws Exception {
        var bothHoldOne = new CyclicBarrier(2);
        List<Throwable> failures = new ArrayList<>();
        inParallel(2, thread -> {
            try {
                engine.inTransaction(connection -> {
                    touch(connection, 1L + thread);
                    bothHoldOne.await(1, TimeUnit.MINUTES);
                    touch(connection, 2L - thread);
                });
            } catch (DeadlockException deadlock) {
                synchronized (failures) {
                    failures.add(deadlock);
                }
            }
        });

        assertThat(failures).hasSize(1).allSatisfy(
                failure -> assertThat(((DeadlockException) failure).isRetryable()).isTrue());
    }

    @DatabaseTest(requires = Feature.ROW_LOCKS)
    void whatADeadlockUndidIsNotCommittedInPart(Engine engine) throws Exception {
        var bothHoldOne = new CyclicBarrier(2);
        inParallel(2, thread -> {
            try {
                engine.inTransaction(connection -> {
                    rename(connection, 3L + thread, "first");
                    try {
                        connection.inSavepoint(() -> {
                            touch(connection, 1L + thread);
                            bothHoldOne.await(1, TimeUnit.MINUTES);
                            touch(connection, 2L - thread);
                        });
                    } catch (DeadlockException caught) {
                        assertThat(caught.isRetryable()).isTrue();
                    }
                    rename(connection, 3L + thread, "second");
                    connection.execute(update(shop.orders).set(shop.orders.quantity, 99)
                            .where(shop.orders.id.eq(3L + thread)));
                });
            } catch (RubedoException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.TRANSACTION_STATE);
            }
        });

        engine.inTransaction(connection -> {
            long renamed = connection.count(select(shop.users.id).where(shop.users.name.eq("second")));
            long changed = connection.count(select(shop.orders.id).where(shop.orders.quantity.eq(99)));
            assertThat(changed).isEqualTo(renamed).isPositive();
        });
    }

    @DatabaseTest
    void aConnectionPoolServesMoreThreadsThanItHasConnections(Engine engine) throws Exception {
        var start = new CountDownLatch(1);
        inParallel(THREADS * 4, thread -> {
            start.countDown();
            assertThat(start.await(1, TimeUnit.MINUTES)).isTrue();
            engine.inTransaction(connection -> connection.execute(select(shop.users.id)).all());
        });
    }

    private void rename(Connection connection, long id, String name) {
        long changed = connection.execute(update(shop.users).set(shop.users.name, name).where(shop.users.id.eq(id)))
                .rowCount();
        assertThat(changed).isEqualTo(1);
    }

    private void touch(Connection connection, long id) {
        connection.execute(update(shop.users).set(shop.users.age, 50).where(shop.users.id.eq(id)));
    }

    /** The work of a thread; threads are numbered from 0. */
    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void inParallel(int count, Work work) throws Exception {
        var results = new ArrayList<Future<?>>();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            for (int thread = 0; thread < count; thread++) {
                int number = thread;
                results.add(threads.submit(() -> {
                    work.run(number);
                    return null;
                }));
            }
        }
        for (Future<?> result : results) {
            result.get();
        }
    }
}

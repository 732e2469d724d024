package dev.rubedo.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.error.PoolTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuePoolTest {

    private final FakeDatabase database = new FakeDatabase();
    private @Nullable QueuePool pool;

    @AfterEach
    void closePool() {
        if (pool != null) {
            pool.close();
        }
    }

    private QueuePool pool(PoolOptions options) {
        var created = new QueuePool(database, options);
        pool = created;
        return created;
    }

    private static PoolOptions options(int size, int overflow) {
        return PoolOptions.DEFAULT.withSize(size).withMaxOverflow(overflow).withTimeout(Duration.ofSeconds(20));
    }

    @Test
    void opensNothingBeforeTheFirstUse() {
        pool(options(2, 0));

        assertThat(database.opened()).isZero();
    }

    @Test
    void lendsTheSameConnectionAgain() throws SQLException {
        var pool = pool(options(2, 0));

        var first = pool.checkOut();
        pool.checkIn(first);
        var second = pool.checkOut();

        assertThat(second).isSameAs(first);
        assertThat(database.opened()).isEqualTo(1);
    }

    @Test
    void keepsConnectionsOutOfAutoCommit() throws SQLException {
        var pool = pool(options(1, 0));

        assertThat(pool.checkOut().jdbc().getAutoCommit()).isFalse();
    }

    @Test
    void closesTheOverflowWhenItComesBackIfItMayNotRest() throws Exception {
        var pool = pool(options(1, 1).withOverflowIdle(Duration.ZERO));
        var first = pool.checkOut();
        var second = pool.checkOut();

        pool.checkIn(first);
        pool.checkIn(second);

        assertThat(database.open).hasSize(1);
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 2, 0));
    }

    @Test
    void keepsTheOverflowForALoadALittleAboveItsSize() throws Exception {
        var pool = pool(options(1, 1));

        for (int round = 0; round < 10; round++) {
            var first = pool.checkOut();
            var second = pool.checkOut();
            pool.checkIn(first);
            pool.checkIn(second);
        }

        assertThat(database.opened()).isEqualTo(2);
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 2, 2, 0));
    }

    @Test
    void closesTheOverflowThatNobodyUsesForAWhile() throws Exception {
        var pool = pool(options(1, 3).withOverflowIdle(Duration.ofMillis(20)));
        var held = List.of(pool.checkOut(), pool.checkOut(), pool.checkOut(), pool.checkOut());

        held.forEach(pool::checkIn);

        eventually(() -> assertThat(database.open).hasSize(1));
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 4, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTimeoutCoversTheOpeningOfAConnection(boolean isVirtual) throws Exception {
        var pool = pool(options(2, 1).withTimeout(Duration.ofMillis(300)));
        database.stall();
        var threads = Thread.ofVirtual().factory();
        var failures = new CopyOnWriteArrayList<Throwable>();
        var waits = new CopyOnWriteArrayList<Duration>();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            Runnable call = () -> {
                long begin = System.nanoTime();
                failures.add(catchThrowable(pool::checkOut));
                waits.add(Duration.ofNanos(System.nanoTime() - begin));
            };
            callers.add(isVirtual ? threads.newThread(call) : new Thread(call));
        }

        callers.forEach(Thread::start);
        for (var caller : callers) {
            caller.join();
        }

        assertThat(failures).hasSize(6).allSatisfy(e -> assertThat(e).isInstanceOf(PoolTimeoutException.class));
        assertThat(failures).anySatisfy(e -> assertThat(e).hasMessageContaining("could be opened within 0.3 s"));
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(3)));
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 3, 0));
        database.resume();
        eventually(() -> assertThat(database.open).isEmpty());
        var held = List.of(pool.checkOut(), pool.checkOut(), pool.checkOut());
        assertThat(database.open).hasSize(3);
        held.forEach(pool::checkIn);
    }

    @Test
    void aTimeoutOfZeroWaitsForNobodyButOpens() throws Exception {
        var pool = pool(options(1, 0).withTimeout(Duration.ZERO));

        var only = pool.checkOut();

        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class);
        pool.checkIn(only);
    }

    @Test
    void namesTheHoldersWhenNoConnectionBecomesFree() throws Exception {
        var pool = pool(options(1, 0).withTimeout(Duration.ofMillis(50)));
        Thread.currentThread().setName("report-writer");
        pool.checkOut();

        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class)
                .hasMessageContaining("report-writer")
                .hasMessageContaining("all 1 (poolSize 1 + maxOverflow 0)").hasMessageContaining("raise poolSize");
    }

    @Test
    void refusesAtOnceWhenEnoughCallersWait() throws Exception {
        var pool = pool(options(1, 0).withTimeout(Duration.ofSeconds(20)).withMaximumWaiters(1));
        var held = pool.checkOut();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = threads.submit(pool::checkOut);
            while (pool.status().waiting() == 0) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("1 callers are already waiting").hasMessageContaining("maximumWaiters");

            pool.checkIn(held);
            pool.checkIn(waiting.get());
        }
    }

    @Test
    void wakesTheOneWhoWaitsWhenAConnectionIsInvalidated() throws Exception {
        var pool = pool(options(1, 0).withTimeout(Duration.ofSeconds(20)));
        var held = pool.checkOut();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<PooledConnection> waiting = threads.submit(pool::checkOut);

            pool.invalidate(held, null);

            assertThat(waiting.get().jdbc()).isNotSameAs(held.jdbc());
        }
    }

    @Test
    void replacesAllOlderConnectionsOnceOneWasFoundDead() throws SQLException {
        var pool = pool(options(2, 0));
        var first = pool.checkOut();
        var second = pool.checkOut();
        pool.checkIn(second);

        pool.invalidateAll();
        pool.invalidate(first, new SQLException("gone"));
        var third = pool.checkOut();
        var fourth = pool.checkOut();

        assertThat(List.of(third, fourth)).doesNotContain(first, second);
        assertThat(database.opened()).isEqualTo(4);
    }

    @Test
    void replacesAConnectionThatIsTooOld() throws SQLException {
        var pool = pool(options(1, 0).withRecycle(Duration.ofNanos(1)));
        var first = pool.checkOut();
        pool.checkIn(first);

        assertThat(pool.checkOut()).isNotSameAs(first);
    }

    @Test
    void pingsBeforeLendingAgainAndReplacesWhatDoesNotAnswer() throws SQLException {
        var pool = pool(options(2, 0).withPrePing(true));
        var first = pool.checkOut();
        var second = pool.checkOut();
        pool.checkIn(first);
        pool.checkIn(second);
        database.stop();
        database.start();

        pool.checkOut();
        pool.checkOut();

        assertThat(database.log).filteredOn(entry -> entry.startsWith("ping")).hasSize(1);
        assertThat(database.opened()).isEqualTo(4);
    }

    @Test
    void reportsADeadDatabaseAtOnceAndRecovers() throws SQLException {
        var pool = pool(options(1, 0).withTimeout(Duration.ofSeconds(30)));
        database.stop();

        assertThatThrownBy(pool::checkOut).isInstanceOf(SQLException.class).hasMessage("Connection refused");
        database.start();

        assertThat(pool.checkOut().jdbc()).hasToString("fake 1");
    }

    @Test
    void closesAConnectionThatBreaksWhileItIsSetUp() throws Exception {
        var pool = pool(options(1, 0));
        database.modeless(true);
        assertThatThrownBy(pool::checkOut).isInstanceOf(SQLException.class).hasMessage("Connection reset");
        eventually(() -> assertThat(database.open).isEmpty());
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 1, 0));
        database.modeless(false);

        var first = pool.checkOut();
        pool.checkIn(first);

        assertThat(pool.checkOut()).isSameAs(first);
    }

    @Test
    void servesWhoWaitsBeforeWhoComesLater() throws Exception {
        var pool = pool(options(1, 0).withTimeout(Duration.ofSeconds(20)));
        var order = new CopyOnWriteArrayList<String>();
        var expected = new ArrayList<String>();
        for (int round = 0; round < 200; round++) {
            var held = pool.checkOut();
            var waiting = Thread.ofPlatform().start(() -> waitFor(pool, order));
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            pool.checkIn(held);
            var later = pool.checkOut();
            order.add("later");
            pool.checkIn(later);
            waiting.join();
            expected.addAll(List.of("first", "later"));
        }

        assertThat(order).isEqualTo(expected);
    }

    private static void waitFor(QueuePool pool, List<String> order) {
        try {
            var connection = pool.checkOut();
            order.add("first");
            pool.checkIn(connection);
        } catch (SQLException e) {
            order.add(e.toString());
        }
    }

    @Test
    void reportsADeadDatabaseToAVirtualThreadAsTheDriverSaidIt() throws Exception {
        var pool = pool(options(1, 0));
        database.stop();
        var failures = new CopyOnWriteArrayList<Throwable>();

        Thread.ofVirtual().start(() -> {
            try {
                pool.checkOut();
            } catch (SQLException e) {
                failures.add(e);
            }
        }).join();

        assertThat(failures).singleElement().isInstanceOfSatisfying(SQLException.class,
                e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    }

    @Test
    void neverLendsMoreThanItsLimitToManyVirtualThreads() throws Exception {
        var pool = pool(options(3, 2).withTimeout(Duration.ofSeconds(20)));
        var used = new AtomicInteger();
        var most = new AtomicInteger();
        var results = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                results.add(threads.submit(() -> {
                    var connection = pool.checkOut();
                    most.accumulateAndGet(used.incrementAndGet(), Math::max);
                    Thread.yield();
                    used.decrementAndGet();
                    pool.checkIn(connection);
                    return null;
                }));
            }
        }

        for (var result : results) {
            result.get();
        }
        assertThat(most).hasValueLessThanOrEqualTo(5);
        assertThat(pool.status().checkedOut()).isZero();
    }

    @Test
    void aSizeOfZeroHasNoLimit() throws SQLException {
        var pool = pool(options(0, 0));

        for (int i = 0; i < 40; i++) {
            pool.checkOut();
        }

        assertThat(pool.status()).isEqualTo(new PoolStatus(40, 0, Integer.MAX_VALUE, 0));
    }

    @Test
    void refusesAConnectionThatIsNotCheckedOut() throws SQLException {
        var pool = pool(options(1, 0));
        var connection = pool.checkOut();
        pool.checkIn(connection);

        assertThatThrownBy(() -> pool.checkIn(connection)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not checked out");
    }

    @Test
    void closesWhatLiesInItAndLaterWhatComesBack() throws Exception {
        var pool = pool(options(2, 0));
        var held = pool.checkOut();
        pool.checkIn(pool.checkOut());

        pool.close();
        pool.checkIn(held);

        eventually(() -> assertThat(database.open).isEmpty());
        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolClosedException.class);
    }

    @Test
    void tellsListenersTheLifeOfAConnection() throws Exception {
        var pool = pool(options(1, 0));
        var calls = new CopyOnWriteArrayList<String>();
        pool.listen(new PoolListener() {
            @Override
            public void afterConnect(PooledConnection connection) {
                calls.add("connect");
            }

            @Override
            public void afterCheckOut(PooledConnection connection) {
                calls.add("checkOut");
            }

            @Override
            public void afterCheckIn(PooledConnection connection) {
                calls.add("checkIn");
            }

            @Override
            public void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {
                calls.add("invalidate");
            }

            @Override
            public void afterClose(PooledConnection connection) {
                calls.add("close");
            }
        });

        pool.checkIn(pool.checkOut());
        pool.invalidate(pool.checkOut(), null);

        eventually(() -> assertThat(calls).containsExactly("connect", "checkOut", "checkIn", "checkOut", "invalidate",
                "close"));
    }

    @Test
    void aConnectionInUseOutlivesTheClosingOfThePool() throws Exception {
        var pool = pool(options(2, 0));
        var held = pool.checkOut();
        pool.checkIn(pool.checkOut());

        pool.close();

        eventually(() -> assertThat(database.open).hasSize(1));
        assertThat(held.jdbc().isClosed()).isFalse();
        pool.checkIn(held);
        eventually(() -> assertThat(database.open).isEmpty());
    }

    @Test
    void nothingStaysOpenHoweverFastThePoolIsClosed() throws Exception {
        for (int round = 0; round < 300; round++) {
            var pool = pool(options(1, 2));
            var held = List.of(pool.checkOut(), pool.checkOut(), pool.checkOut());
            held.subList(0, 2).forEach(pool::checkIn);

            pool.close();
            pool.checkIn(held.get(2));

            assertThat(database.open).isEmpty();
        }
    }

    @Test
    void whoWaitsLearnsThatThePoolIsClosed() throws Exception {
        var pool = pool(options(1, 0).withTimeout(Duration.ofSeconds(20)));
        var held = pool.checkOut();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<PooledConnection> waiting = threads.submit(pool::checkOut);
            Thread.sleep(50);

            pool.close();

            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(PoolClosedException.class);
        }
        pool.checkIn(held);
    }

    @Test
    void aListenerThatThrowsCostsNoConnection() throws Exception {
        var pool = pool(options(1, 0));
        for (var event : List.of("connect", "checkOut", "checkIn", "invalidate")) {
            var registration = pool.listen(new ThrowingListener(event));
            assertThatThrownBy(() -> {
                pool.checkIn(pool.checkOut());
                pool.invalidate(pool.checkOut(), null);
            }).isInstanceOf(IllegalStateException.class).hasMessage(event);
            registration.remove();

            pool.checkIn(pool.checkOut());
            pool.invalidate(pool.checkOut(), null);
            eventually(() -> assertThat(database.open).isEmpty());
            assertThat(pool.status().checkedOut()).isZero();
        }
    }

    private static void eventually(Runnable assertion) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(5);
            }
        }
    }

    @Test
    void tellsAThreadThatItWaitsForWhatItHasItself() throws Exception {
        var pool = pool(options(1, 1).withTimeout(Duration.ofMillis(50)));
        var first = pool.checkOut();
        var second = pool.checkOut();

        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class).hasMessageContaining(
                "This thread holds 2 of them itself while it waits for another one: use that connection");

        pool.checkIn(second);
        try (var other = Executors.newSingleThreadExecutor()) {
            var elsewhere = other.submit(pool::checkOut).get();
            assertThatThrownBy(pool::checkOut).hasMessageContaining("This thread holds one of them itself");
            pool.checkIn(first);
            var last = other.submit(pool::checkOut).get();
            assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class)
                    .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("itself"));
            pool.checkIn(last);
            pool.checkIn(elsewhere);
        }
    }
}

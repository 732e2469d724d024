package dev.rubedo.async;

import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.engine.ExecuteOption.fetchSize;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Asynchronous engines and connections. */
class AsyncEngineTest {

    @DatabaseTest
    void aBlockIsCommittedWhenItsStageCompletes(Engine engine) {
        var async = Numbers.open(engine, 0);

        long count = async
                .fromTransaction(connection -> connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 1))
                        .thenCompose(done -> connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 2)))
                        .thenCompose(done -> connection.count(select(NUMBERS))))
                .join();

        assertThat(count).isEqualTo(2);
        assertThat(engine.<List<Integer>, RuntimeException>fromTransaction(
                connection -> connection.all(select(NUMBERS.value).orderBy(NUMBERS.value)))).containsExactly(1, 2);
    }

    @DatabaseTest
    void aBlockWhoseStageFailsIsRolledBack(Engine engine) {
        var async = Numbers.open(engine, 1);

        var failed = async.inTransaction(connection -> connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 5))
                .thenCompose(done -> connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 0))));

        assertThatThrownBy(failed::join).hasCauseInstanceOf(UniqueViolationException.class);
        assertThat(async.runSync(connection -> connection.all(select(NUMBERS.value))).join()).containsExactly(0);
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void aBlockThatThrowsGivesItsConnectionBack(Engine engine) {
        var async = Numbers.open(engine, 1);

        var failed = async.fromTransaction(connection -> {
            throw new IllegalStateException("no stage");
        });

        assertThatThrownBy(failed::join).hasRootCauseMessage("no stage");
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void aResultIsReadWhollyAndCanBeUsedOnAnyThread(Engine engine) {
        var async = Numbers.open(engine, 3);
        var connection = async.connect().join();

        var result = connection.execute(select(NUMBERS.value).orderBy(NUMBERS.value)).join();
        connection.close().join();

        assertThat(result.all()).containsExactly(0, 1, 2);
    }

    @DatabaseTest
    void aStreamedResultIsReadInBatches(Engine engine) {
        var async = Numbers.open(engine, 7);

        List<List<Integer>> batches = async.fromTransaction(connection -> connection
                .stream(select(NUMBERS.value).orderBy(NUMBERS.value), fetchSize(3))
                .thenCompose(result -> batches(result, new ArrayList<>()))).join();

        assertThat(batches).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
    }

    private static CompletableFuture<List<List<Integer>>> batches(AsyncResult<Integer> result,
            List<List<Integer>> read) {
        return result.nextBatch(3).thenCompose(batch -> {
            if (batch.isEmpty()) {
                return CompletableFuture.completedFuture(read);
            }
            read.add(batch);
            return batches(result, read);
        });
    }

    @DatabaseTest
    void aSavepointUndoesWhatFollowedIt(Engine engine) {
        var async = Numbers.open(engine, 1);

        List<Integer> left = async.fromTransaction(connection -> connection.savepoint()
                .thenCompose(savepoint -> connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 9))
                        .thenCompose(done -> savepoint.rollback()))
                .thenCompose(done -> connection.all(select(NUMBERS.value)))).join();

        assertThat(left).containsExactly(0);
    }

    @DatabaseTest
    void manyTransactionsShareAFewConnections(Engine engine) {
        var async = Numbers.open(engine, 10);

        var all = IntStream.range(0, 200)
                .mapToObj(number -> async.fromTransaction(
                        connection -> connection.one(select(NUMBERS.value).where(NUMBERS.value.eq(number % 10)))))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join).mapToInt(Integer::intValue).sum()).isEqualTo(900);
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void aChainOfStagesIsNotRepeated(Engine engine) {
        var async = AsyncEngine.of(engine);

        assertThatThrownBy(() -> async.fromTransaction(TransactionOptions.retrying(3),
                connection -> CompletableFuture.completedFuture(1))).hasMessageContaining("runSync(options, ...)");
        assertThat(async.runSync(TransactionOptions.retrying(3), connection -> 1).join()).isEqualTo(1);
    }

    @DatabaseTest
    void randomCancellationsHurtNobodyElse(Engine engine) {
        var async = Numbers.open(engine, 50);
        var random = new Random(7);

        var all = IntStream.range(0, 300).mapToObj(number -> {
            var future = async.runSync(connection -> connection.all(select(NUMBERS.value)).size());
            if (random.nextInt(3) == 0) {
                future.cancel(true);
            }
            return future;
        }).toList();

        assertThat(all).allSatisfy(future -> assertThat(future.isCancelled() || future.join() == 50).isTrue());
        assertThat(async.runSync(connection -> connection.count(select(NUMBERS))).join()).isEqualTo(50);
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void theUrlOfAnAsynchronousPythonDriverIsAccepted(Engine engine) {
        if (engine.dialectName().equals("h2")) {
            try (var async = AsyncEngine.create("sqlite+aiosqlite:///:memory:")) {
                assertThat(async.engine().dialectName()).isEqualTo("sqlite");
            }
        }
    }

    @DatabaseTest(only = "h2")
    void callsAndCallbacksAreExecutedByTheGivenExecutors(Engine engine) {
        Numbers.open(engine, 1);
        try (var calls = Executors.newCachedThreadPool(task -> new Thread(task, "of-calls"));
                var callbacks = Executors.newCachedThreadPool(task -> new Thread(task, "of-callbacks"))) {
            var async = AsyncEngine.builder(engine).executor(calls).callbackExecutor(callbacks).build();

            assertThat(async.runSync(connection -> Thread.currentThread().getName()).join()).isEqualTo("of-calls");
            var isAttached = new CountDownLatch(1);
            var callback = async.runSync(connection -> {
                isAttached.await();
                return 1;
            }).thenApply(one -> Thread.currentThread().getName());
            isAttached.countDown();
            assertThat(callback.join()).isEqualTo("of-callbacks");
        }
    }

    @DatabaseTest(only = "h2")
    void aStrictEngineRefusesASecondCallInProgress(Engine engine) throws InterruptedException {
        Numbers.open(engine, 1);
        var async = AsyncEngine.builder(engine).strictConcurrency().build();
        var connection = async.connect().join();
        var isStarted = new CountDownLatch(1);
        var isFinished = new CountDownLatch(1);
        var first = connection.runSync(sync -> {
            isStarted.countDown();
            try {
                isFinished.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return sync.count(select(NUMBERS));
        });
        isStarted.await();

        assertThatThrownBy(() -> connection.count(select(NUMBERS)).join()).hasMessageContaining("strictConcurrency()");
        isFinished.countDown();
        assertThat(first.join()).isEqualTo(1);
        connection.close().join();
    }
}

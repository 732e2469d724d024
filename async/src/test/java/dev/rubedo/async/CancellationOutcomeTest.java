package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a cancelled call leaves behind, by when it was cancelled. */
class CancellationOutcomeTest {

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(Engine engine) {
        return engine.fromTransaction(connection -> connection.count(Numbers.all()));
    }

    private static long authors(AsyncSessionFactory sessions) {
        try (var session = SessionFactory.of(sessions.sessions().engine(), Model.of(AUTHOR, STORY)).open()) {
            return session.count(select(AUTHOR));
        }
    }

    /** Reports when a statement that contains a text is sent. */
    private record Sent(String part, CountDownLatch latch) implements ExecutionListener {
        @Override
        public void beforeExecute(Execution execution) {
            if (execution.sql().contains(part)) {
                latch.countDown();
            }
        }
    }

    /** Stops in a session's commit, before its flush. */
    private record InCommit(CountDownLatch begun, CountDownLatch gate) implements SessionListener {
        @Override
        public void beforeCommit(Session session) {
            begun.countDown();
            await(gate);
        }
    }

    @DatabaseTest
    void beforeStartNothingIsExecuted(Engine engine, StatementLog statements) {
        var async = Numbers.open(engine, 0);
        var connection = async.connect().join();
        var gate = new CountDownLatch(1);
        var first = connection.runSync(blocking -> {
            await(gate);
            return 1;
        });
        var second = connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 1));
        statements.clear();

        assertThat(second.cancel(true)).isTrue();
        gate.countDown();
        first.join();
        connection.commit().join();
        connection.close().join();

        assertThat(second).isCancelled();
        statements.assertThat().hasCount(0);
        assertThat(count(engine)).isZero();
    }

    @DatabaseTest
    void aBlockThatWaitsForTheCallIsRolledBackAndItsConnectionReturned(Engine engine) {
        var async = Numbers.open(engine, 0);
        var inside = new CountDownLatch(1);
        var never = new CompletableFuture<Integer>();
        var block = async.fromTransaction(connection -> connection
                .execute(insertInto(NUMBERS).values(NUMBERS.value, 1))
                .thenCompose(done -> {
                    inside.countDown();
                    return never;
                }));
        await(inside);

        assertThat(block.cancel(true)).isTrue();

        Numbers.awaitAllReturned(engine);
        assertThat(block).isCancelled();
        assertThat(count(engine)).isZero();
    }

    @DatabaseTest
    void aCancelledSessionBlockIsRolledBack(Engine engine, StatementLog statements) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        var inside = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var block = sessions.fromTransaction(session -> session.add(new Author("Ann"))
                .thenCompose(done -> session.flush())
                .thenCompose(done -> session.runSync(blocking -> {
                    inside.countDown();
                    await(gate);
                    return 1;
                })));
        await(inside);
        statements.clear();

        assertThat(block.cancel(true)).isTrue();
        gate.countDown();

        Numbers.awaitAllReturned(engine);
        assertThat(authors(sessions)).isZero();
    }

    @DatabaseTest
    void codeOfRunSyncIsStoppedAtItsNextStatement(Engine engine) {
        var async = Numbers.open(engine, 0);
        var inside = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var failure = new CompletableFuture<@Nullable Throwable>();
        var block = async.runSync(connection -> {
            connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 1));
            inside.countDown();
            await(gate);
            try {
                return connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 2)).rowCount();
            } catch (RuntimeException e) {
                failure.complete(e);
                throw e;
            }
        });
        await(inside);

        assertThat(block.cancel(true)).isTrue();
        gate.countDown();

        assertThat(failure.orTimeout(20, TimeUnit.SECONDS).join())
                .isInstanceOf(CancellationException.class);
        Numbers.awaitAllReturned(engine);
        assertThat(count(engine)).isZero();
    }

    @DatabaseTest(only = "postgresql")
    void whileItWaitsForAConnectionItGivesItBackOnArrival(TestDatabase database) {
        var engine = database.newEngine(options -> options.poolSize(1).maxOverflow(0));
        var async = Numbers.open(engine, 0);
        var holder = async.connect().join();
        holder.count(Numbers.all()).join();
        var waits = async.fromTransaction(connection -> connection
                .execute(insertInto(NUMBERS).values(NUMBERS.value, 1)));

        assertThat(waits.cancel(true)).isTrue();
        holder.close().join();

        Numbers.awaitAllReturned(engine);
        assertThat(count(engine)).isZero();
    }

    @DatabaseTest
    void onceItsCommitHasBegunItCannotBeCancelled(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        sessions.sessions().listen(new InCommit(begun, gate));
        var block = sessions
                .fromTransaction(session -> session.add(new Author("Ann")).thenCompose(done -> session.flush())
                        .thenApply(done -> "stored"));
        await(begun);

        assertThat(block.cancel(true)).isFalse();
        gate.countDown();

        assertThat(block.join()).isEqualTo("stored");
        assertThat(authors(sessions)).isEqualTo(1);
    }

    @DatabaseTest
    void aCommitOfASessionCannotBeCancelledOnceItHasBegun(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        sessions.sessions().listen(new InCommit(begun, gate));
        var session = sessions.open();
        session.runSync(blocking -> {
            blocking.add(new Author("Ann"));
            blocking.flush();
            return 1;
        }).join();
        var commit = session.commit();
        await(begun);

        assertThat(commit.cancel(true)).isFalse();
        gate.countDown();

        commit.join();
        session.close().join();
        assertThat(authors(sessions)).isEqualTo(1);
    }

    @DatabaseTest(only = "postgresql")
    void theFlushOfACommitIsCancelledAndTheFutureSaysSo(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        engine.inTransaction(connection -> slowInserts(connection));
        var sessions = AsyncSessionFactory.of(Numbers.patient(engine), model);
        var sent = new CountDownLatch(1);
        engine.listen(new Sent("INSERT INTO authors", sent));
        var session = sessions.open();
        session.add(new Author("Ann")).join();
        var commit = session.commit();
        await(sent);

        assertThat(commit.cancel(true)).isFalse();

        assertThatThrownBy(() -> commit.orTimeout(100, TimeUnit.SECONDS).join())
                .isInstanceOf(CancellationException.class)
                .hasStackTraceContaining(StatementTimeoutException.class.getName());
        session.rollback().thenCompose(done -> session.close()).join();
        assertThat(authors(sessions)).isZero();
    }

    private static void slowInserts(Connection connection) {
        connection.execute(text("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(30); RETURN NEW; END $$"));
        connection.execute(text("CREATE TRIGGER slow BEFORE INSERT ON authors FOR EACH ROW EXECUTE FUNCTION slow()"));
    }

    @DatabaseTest
    void closingCannotBeCancelled(Engine engine) {
        var async = Numbers.open(engine, 1);
        var connection = async.connect().join();
        var gate = new CountDownLatch(1);
        var first = connection.runSync(blocking -> {
            long rows = blocking.count(Numbers.all());
            await(gate);
            return rows;
        });
        var close = connection.close();

        assertThat(close.cancel(true)).isFalse();
        gate.countDown();

        first.join();
        close.join();
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }
}

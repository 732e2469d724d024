package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Limits of calls, sessions and connections. */
class DeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Does not end when it is cancelled, but when its client has gone. */
    private static final String STUBBORN = """
            DO $$ BEGIN
              FOR i IN 1 .. 100 LOOP
                BEGIN
                  FOR j IN 1 .. 100 LOOP
                    BEGIN PERFORM pg_sleep(1); EXCEPTION WHEN query_canceled THEN NULL; END;
                  END LOOP;
                EXCEPTION WHEN query_canceled THEN NULL;
                END;
              END LOOP;
            END $$""";

    private static dev.rubedo.sql.Statement<?> slow(Engine engine) {
        return text(switch (engine.dialectName()) {
            case "postgresql" -> "SELECT pg_sleep(60)";
            case "mariadb", "mysql" -> "SELECT sleep(60)";
            default -> "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
                    + " SELECT count(*) FROM n";
        });
    }

    /**
     * Returns why a call with a limit failed whose statement was being executed when the limit passed. On a loaded machine
     * a limit may pass before; then the call is repeated with a longer one.
     */
    private static Throwable failureOfStatement(Function<Duration, CompletableFuture<?>> call) {
        for (var limit = SHORT;; limit = limit.multipliedBy(4)) {
            Throwable thrown = call.apply(limit).orTimeout(200, TimeUnit.SECONDS)
                    .handle((value, problem) -> problem).join();
            assertThat(thrown).isNotNull();
            var failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            if (failure.getCause() != null || limit.compareTo(LONG) > 0) {
                return failure;
            }
        }
    }

    @DatabaseTest(only = {"sqlite", "postgresql", "mariadb"})
    void aCallThatTakesTooLongIsCancelledInTheDatabase(Engine engine) {
        var connection = Numbers.patient(engine).connect().join();

        var failure = failureOfStatement(limit -> connection.within(limit).execute(slow(engine)));

        assertThat(failure).isInstanceOf(DeadlineException.class)
                .message().matches("The asynchronous call did not complete within [0-9.]+ s\\.");
        assertThat(failure).cause().isInstanceOf(DatabaseException.class);
        connection.rollback().join();
        assertThat(connection.one(select(literal(7))).join()).isEqualTo(7);
        connection.close().join();
    }

    @DatabaseTest
    void aCallInTimeKeepsItsValue(Engine engine) {
        var connection = Numbers.open(engine, 3).connect().join();

        assertThat(connection.within(LONG).count(select(NUMBERS)).join()).isEqualTo(3);
        connection.close().join();
    }

    @DatabaseTest
    void aCallThatWaitsTooLongIsNotExecuted(Engine engine) {
        var connection = Numbers.open(engine, 0).connect().join();
        var gate = new CountDownLatch(1);
        var first = connection.runSync(blocking -> {
            await(gate);
            return 1;
        });

        var late = connection.within(SHORT).execute(insertInto(NUMBERS).values(NUMBERS.value, 1));

        assertThatThrownBy(() -> late.orTimeout(30, TimeUnit.SECONDS).join()).cause()
                .isInstanceOf(DeadlineException.class).hasNoCause();
        gate.countDown();
        first.join();
        assertThat(connection.count(select(NUMBERS)).join()).isZero();
        connection.close().join();
    }

    @DatabaseTest(only = {"sqlite", "postgresql", "mariadb"})
    void aBlockIsRolledBackWhenItsDeadlinePasses(Engine engine) {
        var async = Numbers.open(engine, 0);

        var late = async.fromTransaction(Deadline.in(SHORT), connection -> connection
                .execute(insertInto(NUMBERS).values(NUMBERS.value, 1))
                .thenCompose(done -> connection.execute(slow(engine))));

        assertThatThrownBy(() -> late.orTimeout(30, TimeUnit.SECONDS).join()).cause()
                .isInstanceOf(DeadlineException.class).hasMessageContaining("it had 0.3 s");
        Numbers.awaitAllReturned(engine);
        assertThat(async.runSync(connection -> connection.count(select(NUMBERS))).join()).isZero();
    }

    @DatabaseTest
    void aBlockThatWaitsForSomethingElseIsRolledBackToo(Engine engine) {
        var async = Numbers.open(engine, 0);

        var late = async.fromTransaction(Deadline.in(SHORT), connection -> connection
                .execute(insertInto(NUMBERS).values(NUMBERS.value, 1))
                .thenCompose(done -> new CompletableFuture<Integer>()));

        assertThatThrownBy(() -> late.orTimeout(30, TimeUnit.SECONDS).join()).cause()
                .isInstanceOf(DeadlineException.class);
        Numbers.awaitAllReturned(engine);
        assertThat(async.runSync(connection -> connection.count(select(NUMBERS))).join()).isZero();
    }

    @DatabaseTest(only = "postgresql")
    void theWaitForAConnectionCounts(TestDatabase database) {
        var engine = database.newEngine(options -> options.poolSize(1).maxOverflow(0));
        var async = Numbers.open(engine, 0);
        var holder = async.connect().join();
        holder.count(select(NUMBERS)).join();

        var late = async.fromTransaction(Deadline.in(SHORT), connection -> connection.count(select(NUMBERS)));

        assertThatThrownBy(() -> late.orTimeout(30, TimeUnit.SECONDS).join()).cause()
                .isInstanceOf(DeadlineException.class);
        holder.close().join();
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void afterItsDeadlineASessionOnlyRollsBackAndCloses(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        var sessions = AsyncSessionFactory.of(AsyncEngine.of(engine), model);
        var session = flushed(sessions, SHORT);
        var passed = session.runSync(blocking -> {
            while (true) {
                blocking.connection().execute(select(literal(1)));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        });
        assertThatThrownBy(() -> passed.orTimeout(100, TimeUnit.SECONDS).join()).cause()
                .isInstanceOf(DeadlineException.class);

        assertThatThrownBy(() -> session.flush().join()).cause().isInstanceOf(DeadlineException.class);
        assertThatThrownBy(() -> session.commit().join()).cause().isInstanceOf(DeadlineException.class);
        session.rollback().join();
        session.close().join();
        assertThat(sessions.runSync(blocking -> blocking.count(dev.rubedo.orm.Orm.select(AUTHOR))).join()).isZero();
    }

    /** Opens a session with a deadline, which has flushed an object before it: with a later one on a loaded machine. */
    private static AsyncSession flushed(AsyncSessionFactory sessions, Duration limit) {
        var session = sessions.open(Deadline.in(limit));
        boolean isInTime = session.add(new Author("Ann")).thenCompose(done -> session.flush())
                .handle((done, failure) -> failure == null).join();
        if (isInTime || limit.compareTo(LONG) > 0) {
            return session;
        }
        session.close().join();
        return flushed(sessions, limit.multipliedBy(4));
    }

    @DatabaseTest(only = {"sqlite", "postgresql"})
    void blockingCodeIsStoppedAtItsDeadline(Engine engine) {
        Numbers.open(engine, 0);
        var async = Numbers.patient(engine);

        var failure = failureOfStatement(limit -> async.runSync(Deadline.in(limit), connection -> {
            connection.execute(insertInto(NUMBERS).values(NUMBERS.value, 1));
            return connection.execute(slow(engine));
        }));

        assertThat(failure).isInstanceOf(DeadlineException.class)
                .hasCauseInstanceOf(StatementTimeoutException.class);
        Numbers.awaitAllReturned(engine);
        assertThat(async.runSync(connection -> connection.count(select(NUMBERS))).join()).isZero();
    }

    @DatabaseTest(only = "postgresql")
    void aConnectionThatDoesNotAnswerTheCancelIsClosed(Engine engine) {
        var async = AsyncEngine.builder(engine).cancelGrace(SHORT).build();
        var other = async.connect().join();
        Integer pid = backend(other);

        var failure = failureOfStatement(limit -> {
            var connection = async.connect().join();
            var call = connection.execute(text("SET client_connection_check_interval = '1s'"))
                    .thenCompose(done -> connection.within(limit).execute(text(STUBBORN)));
            return call.whenComplete((value, thrown) -> connection.close());
        });

        assertThat(failure).isInstanceOf(DeadlineException.class).cause().isInstanceOf(DisconnectedException.class)
                .hasMessageContaining("did not end when it was cancelled");
        assertThat(backend(other)).as("the connection of somebody else").isEqualTo(pid);
        other.close().join();
        Numbers.awaitAllReturned(engine);
    }

    private static Integer backend(AsyncConnection connection) {
        return connection.runSync(blocking -> {
            try {
                return ((org.postgresql.PGConnection) blocking.jdbc().unwrap(org.postgresql.PGConnection.class))
                        .getBackendPID();
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
        }).join();
    }

    @DatabaseTest(only = "h2")
    void durationsThatAreNotPositiveAreRefused(Engine engine) {
        var connection = AsyncEngine.of(engine).connect().join();

        assertThatThrownBy(() -> connection.within(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("within(0 s): the duration must be positive.");
        assertThatThrownBy(() -> Deadline.in(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Deadline.in(-1 s): the duration must be positive.");
        assertThatThrownBy(() -> AsyncEngine.builder(engine).cancelGrace(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        connection.close().join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEndlessDeadlineIsPossible() {
        var endless = Deadline.in(ChronoUnit.FOREVER.getDuration());

        assertThat(endless.hasPassed()).isFalse();
        assertThat(endless.left()).isGreaterThan(Duration.ofDays(36_500));
        assertThat(Deadline.after(ChronoUnit.FOREVER.getDuration(), () -> {}).cancel(false)).isTrue();
    }
}

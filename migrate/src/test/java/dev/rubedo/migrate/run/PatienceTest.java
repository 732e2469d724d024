package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.migrate.error.MigrationFailedException;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Waiting for locks, stopping, progress, and what a failed concurrent build leaves behind. */
class PatienceTest {
    private static final LockPatience BRIEF = new LockPatience(Duration.ofSeconds(1), Duration.ofSeconds(1), 3,
            Duration.ofMillis(20));

    private static Revisions revisions(AtomicInteger attempts, Connection holder, int releasedAfter) {
        return new Revisions().next("a1", op -> {
            if (attempts.incrementAndGet() > releasedAfter) {
                holder.rollback();
            }
            op.addColumn("t", column("name", string(20)));
        }, op -> {});
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aRevisionThatDoesNotGetALockIsTriedAgain(TestDatabase database, Engine engine) {
        engine.inTransaction(connection -> connection.execute(new TextDdl("CREATE TABLE t (id INTEGER)")));
        var attempts = new AtomicInteger();
        try (var other = database.newEngine(builder -> builder); var holder = other.connect()) {
            holder.rows("SELECT id FROM t");

            revisions(attempts, holder, 1).upgrade(engine, "head", MigrationOptions.DEFAULT.patience(BRIEF));
        }
        assertThat(attempts).hasValue(2);
        assertThat(Revisions.heads(engine)).containsExactly("a1");
        assertThat(engine.inspect().columns("t")).hasSize(2);
        var setting = engine.dialectName().equals("postgresql") ? "SELECT current_setting('lock_timeout') AS answer"
                : "SELECT @@SESSION.lock_wait_timeout - @@GLOBAL.lock_wait_timeout AS answer";
        engine.inTransaction(connection -> assertThat(connection.rows(setting).get(0).text("answer")).isEqualTo("0"));
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void attemptsAreLimited(TestDatabase database, Engine engine) {
        engine.inTransaction(connection -> connection.execute(new TextDdl("CREATE TABLE t (id INTEGER)")));
        var attempts = new AtomicInteger();
        try (var other = database.newEngine(builder -> builder); var holder = other.connect()) {
            holder.rows("SELECT id FROM t");

            assertThatThrownBy(() -> revisions(attempts, holder, 9).upgrade(engine, "head",
                    MigrationOptions.DEFAULT.patience(new LockPatience(Duration.ofSeconds(1), Duration.ofSeconds(1), 2,
                            Duration.ofMillis(20)))))
                    .isInstanceOf(MigrationFailedException.class).hasCauseInstanceOf(LockTimeoutException.class);
        }
        assertThat(attempts).hasValue(2);
    }

    @DatabaseTest
    void aRunStopsAtTheNextStatementAndTheNextRunGoesOn(Engine engine) {
        var stop = new StopSignal();
        var revisions = new Revisions().next("a1", op -> {
            op.createTable("t", column("id", INTEGER).primaryKey());
            if (!stop.isRequested()) {
                stop.request();
            }
            op.createTable("u", column("id", INTEGER).primaryKey());
        }, op -> {});

        assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT.stop(stop)))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("The run was stopped on request.");
        assertThat(engine.inspect().hasTable("u")).isFalse();
        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(engine.inspect().tableNames()).contains("t", "u");
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aStatementThatIsExecutedIsCancelled(Engine engine) throws InterruptedException {
        var sleep = engine.dialectName().equals("postgresql") ? "SELECT pg_sleep(60)" : "SELECT SLEEP(60)";
        var stop = new StopSignal();
        var watcher = Thread.ofVirtual().unstarted(() -> {
            try {
                Thread.sleep(300);
                stop.request();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var revisions = new Revisions().next("a1", op -> {
            op.createTable("t", column("id", INTEGER).primaryKey());
            watcher.start();
            op.execute(sleep);
            op.createTable("u", column("id", INTEGER).primaryKey());
        }, op -> {});

        assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT.stop(stop)))
                .isInstanceOf(MigrationFailedException.class);

        watcher.join();
        assertThat(Revisions.heads(engine)).isEmpty();
        try (var connection = engine.connect();
                var lock = MigrationLock.acquire(connection, MigrationOptions.DEFAULT)) {
            lock.verify();
        }
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aConnectionThatIsDroppedInAStepIsToldAndTheNextRunGoesOn(Engine engine) {
        var isFirst = new AtomicInteger(1);
        var revisions = new Revisions().next("a1", op -> {
            op.createTable("t", column("id", INTEGER).primaryKey());
            if (isFirst.getAndDecrement() > 0) {
                op.execute(op.dialect().name().equals("postgresql") ? "SELECT pg_terminate_backend(pg_backend_pid())"
                        : "KILL CONNECTION_ID()");
            } else {
                op.execute("SELECT 1");
            }
            op.createTable("u", column("id", INTEGER).primaryKey());
        }, op -> {});

        assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT))
                .isInstanceOf(MigrationFailedException.class)
                .hasCauseInstanceOf(dev.rubedo.error.DisconnectedException.class)
                .hasMessageStartingWith("Revision \"a1\" failed to upgrade at statement 2: ");
        assertThat(engine.inspect().hasTable("u")).isFalse();
        if (engine.supports(dev.rubedo.feature.Feature.TRANSACTIONAL_DDL)) {
            revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);
            assertThat(engine.inspect().tableNames()).contains("t", "u");
        }
    }

    @DatabaseTest
    void progressIsToldStatementByStatement(Engine engine) {
        var seen = new ArrayList<String>();
        var revisions = new Revisions().next("a1", op -> {
            op.createTable("t", column("id", INTEGER).primaryKey().autoincrement(false));
            op.execute("INSERT INTO t (id) VALUES (1)");
        }, op -> {}).next("b2", op -> {}, op -> {});

        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT.onProgress(state -> seen.add(state.number() + "/"
                + state.count() + " " + state.step() + " " + state.statement()
                + (state.sql().startsWith("INSERT") ? " insert" : "") + (state.isDone() ? " done" : ""))));

        assertThat(seen).containsExactly("1/2 upgrade base -> a1 0", "1/2 upgrade base -> a1 1",
                "1/2 upgrade base -> a1 2 insert", "1/2 upgrade base -> a1 0 done", "2/2 upgrade a1 -> b2 0",
                "2/2 upgrade a1 -> b2 0 done");
    }

    @DatabaseTest(only = "postgresql")
    void anInvalidIndexOfAFailedBuildIsReplaced(Engine engine) {
        engine.inTransaction(connection -> {
            connection.execute(new TextDdl("CREATE TABLE t (id INTEGER)"));
            connection.execute(new TextDdl("INSERT INTO t VALUES (1), (1)"));
        });
        var revisions = new Revisions().next("a1",
                op -> op.concurrently().createIndex("t", Index.on("id").named("ix").unique()), op -> {});
        assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT))
                .isInstanceOf(MigrationFailedException.class);
        assertThat(invalid(engine)).containsExactly("ix");
        engine.inTransaction(connection -> connection.execute(
                new TextDdl("DELETE FROM t WHERE ctid = (SELECT MAX(ctid) FROM t)")));

        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(invalid(engine)).isEmpty();
        assertThat(engine.inspect().indexes("t")).extracting(index -> index.name()).containsExactly("ix");
    }

    private static List<String> invalid(Engine engine) {
        return engine.<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT indexrelid::regclass::text AS answer FROM pg_index WHERE NOT indisvalid").stream()
                .map(row -> row.textOrEmpty("answer")).toList());
    }
}

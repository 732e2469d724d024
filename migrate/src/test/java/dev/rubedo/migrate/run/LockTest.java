package dev.rubedo.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.MigrationLockException;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The locks that keep runs apart. */
class LockTest {
    private static final MigrationOptions IMPATIENT = MigrationOptions.DEFAULT.lockTimeout(Duration.ofMillis(300));

    @TempDir Path directory;

    private static void requireOneAtATime(Engine first, Engine second) {
        try (var holder = first.connect(); var other = second.connect();
                var lock = MigrationLock.acquire(holder, IMPATIENT)) {
            assertThatThrownBy(() -> MigrationLock.acquire(other, IMPATIENT))
                    .isInstanceOf(MigrationLockException.class)
                    .hasMessageStartingWith("Another run of migrations holds the lock");
            lock.verify();
        }
        try (var other = second.connect(); var lock = MigrationLock.acquire(other, IMPATIENT)) {
            lock.verify();
        }
        try (var holder = first.connect(); var other = second.connect();
                var lock = MigrationLock.acquire(holder, IMPATIENT);
                var unlocked = MigrationLock.acquire(other, IMPATIENT.lock(LockMode.NONE))) {
            lock.verify();
            unlocked.verify();
        }
    }

    @Test
    void aDatabaseWithAUriHasAFileLockToo() {
        var file = directory.resolve("shop.db");
        try (var plain = Engine.create("sqlite:///" + file); var uri = Engine.create("jdbc:sqlite:file:" + file)) {
            requireOneAtATime(plain, uri);
        }
        assertThat(directory.resolve("shop.db-rubedo-lock")).exists();
    }

    @Test
    void aSharedDatabaseInMemoryHasALockOfTheProcess() {
        var url = "jdbc:sqlite:file:shared-for-locks?mode=memory&cache=shared";
        try (var first = Engine.create(url); var second = Engine.create(url)) {
            requireOneAtATime(first, second);
        }
    }

    @DatabaseTest
    void everyDatabaseHasALock(TestDatabase database, Engine engine) {
        if (engine.url().toString().contains(":memory:")) {
            return;
        }
        try (var other = database.newEngine(builder -> builder)) {
            requireOneAtATime(engine, other);
        }
    }

    @DatabaseTest(only = "h2")
    void missingRightsAreNotTakenForAnotherRun(TestDatabase database, Engine engine) {
        engine.inTransaction(connection -> {
            connection.execute(new TextDdl("CREATE USER lockless PASSWORD 'x'"));
        });
        var url = engine.url().jdbcUrl().orElseThrow().replaceFirst(";.*", "");
        try (var poor = Engine.create(url, "lockless", "x");
                var connection = poor.connect()) {
            assertThatThrownBy(() -> MigrationLock.acquire(connection, IMPATIENT))
                    .isInstanceOf(MigrationException.class).isNotInstanceOf(MigrationLockException.class)
                    .hasMessageStartingWith("The table \"rubedo_lock\", which prevents concurrent runs of migrations, "
                            + "cannot be prepared: ")
                    .hasMessageContaining("Not enough rights");
        } finally {
            engine.inTransaction(connection -> connection.execute(new TextDdl("DROP USER lockless")));
        }
    }

    /** Ends the session that holds the lock. */
    private static void end(Engine other) {
        other.inTransaction(connection -> {
            var sessions = connection.dialectName().equals("postgresql")
                    ? connection.rows("SELECT pid::text AS answer FROM pg_locks WHERE locktype = 'advisory'")
                    : connection.rows("SELECT IS_USED_LOCK(CONCAT('rubedo/', MD5(CONCAT('rubedo/', DATABASE(),"
                            + " '/rubedo_version')))) AS answer");
            assertThat(sessions).hasSize(1);
            var session = sessions.get(0).textOrEmpty("answer");
            if (connection.dialectName().equals("postgresql")) {
                connection.rows("SELECT pg_terminate_backend(" + session + ")::text");
            } else {
                connection.execute(new TextDdl("KILL " + session));
            }
        });
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aRunWhoseLockIsLostInItsLastRevisionEnds(TestDatabase database, Engine engine) {
        try (var other = database.newEngine(builder -> builder)) {
            var revisions = new Revisions().next("a1", op -> {
                op.execute("CREATE TABLE lost (x INTEGER)");
                end(other);
            }, op -> {});

            revisions.upgrade(engine, "head", IMPATIENT);
            revisions.next("b2", op -> end(other), op -> {}).next("c3", op -> {}, op -> {});

            assertThatThrownBy(() -> revisions.upgrade(engine, "head", IMPATIENT))
                    .isInstanceOf(MigrationLockException.class)
                    .hasMessageStartingWith("The connection that held the lock of migrations was lost");
        }
        assertThat(engine.inspect().hasTable("lost")).isTrue();
        assertThat(engine.<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT version_num AS answer FROM rubedo_version").stream()
                .map(row -> row.text("answer")).toList())).containsExactly("b2");
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aLockEndsWithItsConnection(TestDatabase database, Engine engine) {
        try (var holder = engine.connect(); var other = database.newEngine(builder -> builder);
                var lock = MigrationLock.acquire(holder, IMPATIENT)) {
            end(other);
            assertThatThrownBy(lock::verify).isInstanceOf(MigrationLockException.class)
                    .hasMessageStartingWith("The connection that held the lock of migrations was lost");
        }
    }
}

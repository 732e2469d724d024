package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.MigrationFailedException;
import dev.rubedo.migrate.error.MigrationLockException;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.error.RevisionNotFoundException;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Running revisions on real databases. */
class MigrationContextTest {
    private static final MigrationOptions OPTIONS = MigrationOptions.DEFAULT;

    private static Revisions shop() {
        return new Revisions().next("a1", op -> {
            op.createTable("users", column("id", INTEGER).primaryKey(), column("name", string(50)).notNull());
        }, op -> op.dropTable("users")).next("b2", op -> {
            op.addColumn("users", column("age", INTEGER));
            op.execute("INSERT INTO users (id, name, age) VALUES (1, 'Ada', 36)");
        }, op -> {
            op.execute("DELETE FROM users");
            op.dropColumn("users", "age");
        }).next("c3", op -> op.createIndex("ix_users_name", "users", "name"),
                op -> op.dropIndex("ix_users_name", "users"));
    }

    private static List<String> columns(Engine engine, String table) {
        return engine.inspect().columns(table).stream().map(each -> each.name()).toList();
    }

    private static List<List<Object>> history(Engine engine) {
        var revision = Column.column("revision", string(32));
        var direction = Column.column("direction", string(10));
        var outcome = Column.column("outcome", string(10));
        var id = Column.column("id", INTEGER).primaryKey();
        new MetaData().table("rubedo_history", id, revision, direction, outcome);
        return engine.fromTransaction(connection -> connection
                .all(Sql.select(revision, direction, outcome).orderBy(id)).stream()
                .map(row -> List.<Object>of(row.get(revision), row.get(direction), row.get(outcome))).toList());
    }

    @DatabaseTest
    void anUpgradeAndADowngradeMakeTheirStepsAndRecordThem(Engine engine) {
        var shop = shop();

        assertThat(shop.upgrade(engine, "head", OPTIONS)).hasSize(3);
        assertThat(Revisions.heads(engine)).containsExactly("c3");
        assertThat(columns(engine, "users")).containsExactly("id", "name", "age");
        assertThat(engine.inspect().indexes("users")).extracting(index -> index.name()).contains("ix_users_name");
        assertThat(shop.upgrade(engine, "head", OPTIONS)).isEmpty();

        assertThat(shop.downgrade(engine, "-2", OPTIONS)).hasSize(2);
        assertThat(Revisions.heads(engine)).containsExactly("a1");
        assertThat(columns(engine, "users")).containsExactly("id", "name");

        shop.downgrade(engine, "base", OPTIONS);
        assertThat(Revisions.heads(engine)).isEmpty();
        assertThat(engine.inspect().hasTable("users")).isFalse();
        assertThat(history(engine)).containsExactly(List.of("a1", "upgrade", "done"),
                List.of("b2", "upgrade", "done"), List.of("c3", "upgrade", "done"),
                List.of("c3", "downgrade", "done"), List.of("b2", "downgrade", "done"),
                List.of("a1", "downgrade", "done"));
    }

    @DatabaseTest
    void argumentsAndTheNamingConventionReachTheRevisions(Engine engine) {
        var revisions = new Revisions().next("a1", op -> op.createTable(op.argument("table").orElse("none"),
                column("id", INTEGER).primaryKey(), column("code", string(9)).index()), op -> {});

        revisions.upgrade(engine, "head", OPTIONS.arguments(Map.of("table", "items"))
                .namingConvention(new NamingConvention("own_{table}_{column}", "", "", "", "")));

        assertThat(engine.inspect().indexes("items")).extracting(index -> index.name().toLowerCase(Locale.ROOT))
                .contains("own_items_code");
    }

    @DatabaseTest
    void branchesAreRecordedByARowEachAndMergedToOne(Engine engine) {
        var revisions = new Revisions().next("a1", op -> {}, op -> {})
                .add(RevisionNode.of("b1", "a1"), op -> {}, op -> {})
                .add(RevisionNode.of("b2", "a1"), op -> {}, op -> {})
                .add(RevisionNode.of("c1", "b1", "b2"), op -> {}, op -> {});

        revisions.upgrade(engine, "b1", OPTIONS);
        revisions.upgrade(engine, "b2", OPTIONS);
        assertThat(Revisions.heads(engine)).containsExactly("b1", "b2");
        revisions.upgrade(engine, "head", OPTIONS);
        assertThat(Revisions.heads(engine)).containsExactly("c1");
        revisions.downgrade(engine, "b1", OPTIONS);
        assertThat(Revisions.heads(engine)).containsExactly("b1", "b2");
    }

    @DatabaseTest
    void aFailedRevisionIsRolledBackOrResumedWhereItStopped(Engine engine) {
        var created = new AtomicInteger();
        var shop = shop().next("d4", op -> {
            created.incrementAndGet();
            op.createTable("first", column("id", INTEGER).primaryKey());
            op.execute("INSERT INTO no_such_table VALUES (1)");
            op.createTable("second", column("id", INTEGER).primaryKey());
        }, op -> {});
        boolean rollsBack = engine.supports(Feature.TRANSACTIONAL_DDL);

        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS))
                .isInstanceOfSatisfying(MigrationFailedException.class,
                        e -> assertThat(e.revision()).isEqualTo("d4"))
                .hasMessageStartingWith("Revision \"d4\" failed to upgrade at statement 2: ")
                .hasMessageEndingWith(rollsBack ? "\nIts changes are rolled back."
                        : "\nThe statements before it are committed. Remove the cause and run the command again: it continues with this statement.");
        assertThat(Revisions.heads(engine)).containsExactly("c3");
        assertThat(engine.inspect().hasTable("first")).isEqualTo(!rollsBack);
        assertThat(history(engine)).endsWith(List.of("d4", "upgrade", "failed"));

        engine.inTransaction(connection -> connection.execute(
                new dev.rubedo.schema.TextDdl("CREATE TABLE no_such_table (id INTEGER)")));
        shop.upgrade(engine, "head", OPTIONS);

        assertThat(Revisions.heads(engine)).containsExactly("d4");
        assertThat(engine.inspect().tableNames()).contains("first", "second");
        assertThat(created).hasValue(2);
    }

    @DatabaseTest(only = "postgresql")
    void aConnectionThatIsLostDuringAStepLeavesNothingBehind(Engine engine) {
        var isCut = new AtomicInteger(1);
        var shop = shop().next("d4", op -> {
            op.createTable("first", column("id", INTEGER).primaryKey());
            if (isCut.getAndSet(0) == 1) {
                op.execute("DO $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END $$");
            }
        }, op -> {});

        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS)).isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("Revision \"d4\" failed to upgrade at statement 2:");
        assertThat(engine.inspect().hasTable("first")).isFalse();
        assertThat(Revisions.heads(engine)).doesNotContain("d4");

        shop.upgrade(engine, "head", OPTIONS);
        assertThat(Revisions.heads(engine)).containsExactly("d4");
    }

    @DatabaseTest(except = {"postgresql", "sqlite"})
    void aRevisionThatChangedSinceItStoppedIsNotResumed(Engine engine) {
        var shop = shop().next("d4", op -> {
            op.createTable("first", column("id", INTEGER).primaryKey());
            op.execute("INSERT INTO no_such_table VALUES (1)");
        }, op -> {});
        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS)).isInstanceOf(MigrationFailedException.class);
        shop.replace("d4", op -> op.createTable("other", column("id", INTEGER).primaryKey()), op -> {});

        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS)).isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("Revision \"d4\" stopped after 1 statements in an earlier run, and now has "
                        + "other statements.");
        assertThat(engine.inspect().hasTable("other")).isFalse();
    }

    @DatabaseTest
    void aStatementOutsideTransactionsCommitsWhatWasBeforeAndIsResumedAfter(Engine engine) {
        var count = new AtomicInteger();
        var shop = shop().next("d4", op -> {
            op.execute("INSERT INTO users (id, name) VALUES (2, 'Bob')");
            op.outsideTransaction(outside -> outside.createIndex("ix_age", "users", "age"));
            op.execute("INSERT INTO users (id, name) VALUES (3, 'Eve')");
            if (count.incrementAndGet() == 1) {
                op.execute("INSERT INTO no_such_table VALUES (1)");
            }
        }, op -> {});

        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS)).isInstanceOf(MigrationFailedException.class);
        assertThat(engine.inspect().indexes("users")).extracting(index -> index.name()).contains("ix_age");
        shop.upgrade(engine, "head", OPTIONS);

        var id = Column.column("id", INTEGER);
        new MetaData().table("users", id);
        assertThat(engine.<List<Integer>, RuntimeException>fromTransaction(
                connection -> connection.all(Sql.select(id).orderBy(id)))).containsExactly(1, 2, 3);
        assertThat(Revisions.heads(engine)).containsExactly("d4");
    }

    @DatabaseTest(only = "postgresql")
    void aConcurrentIndexIsBuiltOutsideTheTransaction(Engine engine) {
        var shop = shop().next("d4", op -> op.concurrently().createIndex("ix_age", "users", "age"),
                op -> op.concurrently().dropIndex("ix_age", "users"));

        shop.upgrade(engine, "head", OPTIONS);
        assertThat(engine.inspect().indexes("users")).extracting(index -> index.name()).contains("ix_age");
        shop.downgrade(engine, "-1", OPTIONS);

        assertThat(engine.inspect().indexes("users")).extracting(index -> index.name()).doesNotContain("ix_age");
    }

    @DatabaseTest
    void oneTransactionForTheWholeRunIsRolledBackAsAWhole(Engine engine) {
        if (!engine.supports(Feature.TRANSACTIONAL_DDL)) {
            return;
        }
        var shop = shop().next("d4", op -> op.execute("INSERT INTO no_such_table VALUES (1)"), op -> {});

        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS.transactions(TransactionMode.PER_RUN)))
                .isInstanceOf(MigrationFailedException.class);

        assertThat(Revisions.heads(engine)).isEmpty();
        assertThat(engine.inspect().hasTable("users")).isFalse();
    }

    @DatabaseTest(requires = Feature.TRANSACTIONAL_DDL)
    void aCallersTransactionIsNeitherCommittedNorRolledBack(Engine engine) {
        var shop = shop();
        try (var connection = engine.connect()) {
            var context = MigrationContext.of(connection,
                    OPTIONS.transactions(TransactionMode.EXTERNAL).history(false));
            context.run(heads -> shop.map().upgrade("head", heads), shop.source());
            assertThat(context.currentRevision()).contains("c3");
            assertThat(connection.isInTransaction()).isTrue();
        }

        assertThat(Revisions.heads(engine)).isEmpty();
    }

    @DatabaseTest
    void stampsRecordRevisionsWithoutRunningThem(Engine engine) {
        var shop = shop();
        try (var connection = engine.connect()) {
            MigrationContext.of(connection, OPTIONS).run(heads -> shop.map().stamp(List.of("b2"), heads),
                    shop.source());
        }

        assertThat(Revisions.heads(engine)).containsExactly("b2");
        assertThat(engine.inspect().hasTable("users")).isFalse();
    }

    @DatabaseTest
    void aDatabaseAheadOfTheCodeIsRefused(Engine engine) {
        shop().upgrade(engine, "head", OPTIONS);
        var older = new Revisions().next("a1", op -> {}, op -> {});

        assertThatThrownBy(() -> older.upgrade(engine, "head", OPTIONS)).isInstanceOf(RevisionNotFoundException.class)
                .hasMessageStartingWith("There is no revision and no branch \"c3\"");
    }

    @DatabaseTest
    void listenersSeeEachStepAndCanRefuseIt(Engine engine) {
        var seen = new ArrayList<String>();
        var options = OPTIONS.onVersionApply(applied -> {
            seen.add(applied.step() + " at " + applied.heads());
            if (applied.heads().contains("b2")) {
                throw new MigrationException("No further.");
            }
        });

        assertThatThrownBy(() -> shop().upgrade(engine, "head", options))
                .isInstanceOf(MigrationFailedException.class);

        assertThat(seen).containsExactly("upgrade base -> a1 at [a1]", "upgrade a1 -> b2 at [b2]");
        assertThat(Revisions.heads(engine)).containsExactly("a1");
    }

    @DatabaseTest
    void aVersionTableChangedMeanwhileIsNoticed(Engine engine) {
        var shop = shop().next("d4", op -> op.execute("DELETE FROM rubedo_version"), op -> {});

        assertThatThrownBy(() -> shop.upgrade(engine, "head", OPTIONS)).isInstanceOf(OutOfDateException.class)
                .hasMessageStartingWith("The version table \"rubedo_version\" was expected to have one row for the "
                        + "change");
    }

    @DatabaseTest
    void theVersionTableHasTheNameThatIsWished(Engine engine) {
        var options = OPTIONS.versionTable("alembic_version").history(false).versionTablePrimaryKey(false);

        shop().upgrade(engine, "a1", options);

        assertThat(engine.inspect().tableNames()).contains("alembic_version").doesNotContain("rubedo_version",
                "rubedo_history");
        assertThat(engine.inspect().primaryKey("alembic_version").columns()).isEmpty();
    }

    @DatabaseTest
    void aSecondRunWaitsForTheLockAndGivesUp(Engine engine, TestDatabase database) {
        if (engine.url().toString().contains(":memory:")) {
            return;
        }
        var options = OPTIONS.lockTimeout(Duration.ofMillis(600));
        var other = database.newEngine(builder -> builder);
        var shop = new Revisions().next("a1", op -> assertThatThrownBy(
                () -> new Revisions().next("a1", inner -> {}, inner -> {}).upgrade(other, "head", options))
                .isInstanceOf(MigrationLockException.class)
                .hasMessageStartingWith("Another run of migrations holds the lock"), op -> {});

        shop.upgrade(engine, "head", options);

        assertThat(Revisions.heads(engine)).containsExactly("a1");
        assertThat(shop.upgrade(other, "head", options)).isEmpty();
    }

    @DatabaseTest
    void operationsReadThroughTheConnectionAndInsertRows(Engine engine) {
        var revisions = shop().next("d4", op -> {
            var table = op.createTable("notes", column("id", INTEGER).primaryKey(), column("text", string(20)));
            op.bulkInsert(table, List.of(Map.of("id", 1, "text", "it's"), Map.of("id", 2, "text", "b"),
                    Map.of("id", 3)));
            op.rowByRow().bulkInsert(table, List.of(Map.of("id", 4, "text", Sql.literal("d"))));
            assertThat(op.isOffline()).isFalse();
            assertThat(op.connection().count(Sql.select(table.column("id")))).isEqualTo(4);
        }, op -> {});

        revisions.upgrade(engine, "head", OPTIONS);

        var text = Column.column("text", string(20));
        var id = Column.column("id", INTEGER);
        new MetaData().table("notes", id, text);
        assertThat(engine.<List<String>, RuntimeException>fromTransaction(
                connection -> connection.all(Sql.select(text).where(text.isNotNull()).orderBy(id))))
                .containsExactly("it's", "b", "d");
    }

    /** There is no asynchronous form of a run: it blocks a virtual thread, whose end is awaited as that of any other. */
    @DatabaseTest
    void asynchronousCodeAwaitsARunOnAVirtualThread(Engine engine) throws Exception {
        var revisions = new Revisions().next("a1",
                op -> op.createTable("users", column("id", INTEGER).primaryKey()), op -> op.dropTable("users"));
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var steps = java.util.concurrent.CompletableFuture
                    .supplyAsync(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT), threads)
                    .thenApplyAsync(done -> done.size() + revisions.downgrade(engine, "base", MigrationOptions.DEFAULT)
                            .size(), threads);

            assertThat(steps.get(2, java.util.concurrent.TimeUnit.MINUTES)).isEqualTo(2);
        }
        assertThat(Revisions.heads(engine)).isEmpty();
    }
}

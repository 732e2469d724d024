package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BOOLEAN;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.UUID;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseReport;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.MigrationFailedException;
import dev.rubedo.migrate.operation.BackfillOptions;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that are changed in batches. */
class BackfillTest {
    private static final Column<Integer> ID = column("id", INTEGER).primaryKey();
    private static final Column<String> NAME = column("name", string(20));
    private static final Column<Integer> COUNTER = column("counter", INTEGER).notNull();
    private static final Table ITEMS = new MetaData().table("items", ID, NAME, COUNTER);

    /** The end of a process, which no code of a run handles. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Creates the table with rows of the keys 3, 6, 9 and so on. */
    private static void fill(Engine engine, int rows) {
        engine.inTransaction(connection -> {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            op.createTable("items", column("id", INTEGER).primaryKey(), column("name", string(20)),
                    column("counter", INTEGER).notNull(), CheckConstraint.of("counter < 3").named("ck_counter"));
            op.bulkInsert(ITEMS, IntStream.rangeClosed(1, rows)
                    .mapToObj(i -> Map.<String, Object>of("id", 3 * i, "name", "N" + i, "counter", 0)).toList());
        });
    }

    private static Revisions backfill(UnaryOperator<BackfillOptions> with) {
        return new Revisions().next("a1", op -> op.backfill("items", with), op -> {});
    }

    private static List<Integer> counters(Engine engine) {
        return engine.fromTransaction(connection -> connection
                .all(Sql.select(COUNTER).orderBy(ID)));
    }

    private static List<String> leftovers(Engine engine) {
        return engine.fromTransaction(
                connection -> MigrationContext.of(connection, MigrationOptions.DEFAULT).unfinished());
    }

    @DatabaseTest
    void rowsAreChangedInBatchesThatAreCommitted(Engine engine) {
        fill(engine, 10);
        var lines = new ArrayList<String>();

        backfill(with -> with.set("counter", "counter + 1").batch(4)).upgrade(engine, "head",
                MigrationOptions.DEFAULT.onProgress(progress -> lines.add(progress.sql())));

        assertThat(counters(engine)).hasSize(10).containsOnly(1);
        assertThat(leftovers(engine)).isEmpty();
        assertThat(lines).filteredOn(line -> line.startsWith("backfill")).containsExactly(
                "backfill counter of table \"items\": 4 rows, up to id 12 (33 %)",
                "backfill counter of table \"items\": 8 rows, up to id 24 (78 %)");
    }

    @DatabaseTest
    void valuesAndConditionsAreOfTheExpressionLanguageToo(Engine engine) {
        fill(engine, 5);

        new Revisions().next("a1", op -> op.backfill(ITEMS, with -> with.set(NAME, Functions.lower(NAME))
                .set(COUNTER, 2).where(ID.gt(6)).batch(2)), op -> {}).upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(counters(engine)).containsExactly(0, 0, 2, 2, 2);
        var names = engine.<List<String>, RuntimeException>fromTransaction(
                connection -> connection.all(Sql.select(NAME).orderBy(ID)));
        assertThat(names).containsExactly("N1", "N2", "n3", "n4", "n5");
    }

    @DatabaseTest
    void aRunThatDiesGoesOnAfterTheLastBatchAndRepeatsNothing(TestDatabase database, Engine engine) {
        fill(engine, 10);
        // a crash at each UPDATE of the table in turn: none of the rows may be counted twice
        for (int crashAt = 1; crashAt <= 4; crashAt++) {
            var updates = new AtomicInteger();
            int at = Math.min(crashAt, 2);
            var broken = database.newEngine(builder -> builder);
            broken.listen(new ExecutionListener() {
                @Override
                public void afterExecute(Execution execution) {
                    if (execution.sql().startsWith("UPDATE items") && updates.incrementAndGet() == at) {
                        throw new Crash();
                    }
                }
            });
            try (broken; var connection = broken.connect()) {
                var revisions = backfill(with -> with.set("counter", "counter + 1").batch(3));
                assertThatThrownBy(() -> MigrationContext.of(connection, MigrationOptions.DEFAULT)
                        .run(heads -> revisions.map().upgrade("head", heads), revisions.source()))
                        .isInstanceOf(Crash.class);
                connection.invalidate();
            }
        }
        assertThat(counters(engine)).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 0);

        backfill(with -> with.set("counter", "counter + 1").batch(5)).upgrade(engine, "head",
                MigrationOptions.DEFAULT);

        assertThat(counters(engine)).containsOnly(1);
        assertThat(leftovers(engine)).isEmpty();
    }

    @DatabaseTest
    void aBatchThatFailsIsNamedAndTheNextRunGoesOnThere(Engine engine) {
        fill(engine, 6);
        engine.inTransaction(connection -> connection
                .execute(Sql.update(ITEMS).set(COUNTER, 2).where(ID.eq(15))));
        var revisions = backfill(with -> with.set("counter", "counter + 1").batch(2));

        assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining(
                        "The batch of at most 2 rows after id 12 of \"backfill counter of table \"items\"\" "
                                + "failed: ")
                .hasMessageEndingWith("Remove the cause and run the command again: it continues with this statement.");
        assertThat(leftovers(engine)).contains(
                "the backfill at statement 1 of the upgrade of revision \"a1\" stopped after 4 rows");
        assertThat(counters(engine)).containsExactly(1, 1, 1, 1, 2, 0);
        engine.inTransaction(connection -> connection
                .execute(Sql.update(ITEMS).set(COUNTER, 0).where(ID.eq(15))));
        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(counters(engine)).containsOnly(1);
    }

    @DatabaseTest
    void aBackfillThatHasChangedIsLeftToAPerson(Engine engine) {
        fill(engine, 4);
        var stop = new StopSignal();
        assertThatThrownBy(() -> backfill(with -> with.set("counter", "counter + 1").batch(2)).upgrade(engine, "head",
                MigrationOptions.DEFAULT.stop(stop).onProgress(progress -> {
                    if (progress.sql().contains("up to")) {
                        stop.request();
                    }
                }))).hasMessageContaining("The run was stopped on request.");
        var changed = backfill(with -> with.set("counter", "counter + 2").batch(2));

        assertThatThrownBy(() -> changed.upgrade(engine, "head", MigrationOptions.DEFAULT))
                .hasMessageContaining("of revision \"a1\" was interrupted after 2 rows, at the key 6, and now has "
                        + "other values or conditions. Run again with --resume repeat to begin with the first row, or "
                        + "with --resume skip to continue after that key (from Java: MigrationOptions.resume).");
        changed.upgrade(engine, "head", MigrationOptions.DEFAULT.resume(ResumeMode.SKIP));

        assertThat(counters(engine)).containsExactly(1, 1, 2, 2);
    }

    @DatabaseTest
    void rowsAreDividedByTextsDatesSeveralColumnsAndIdentifiers(Engine engine) {
        var place = column("place", string(10)).notNull();
        var day = column("day", TIMESTAMP).notNull();
        var done = column("done", INTEGER);
        var visits = new MetaData().table("visits", place, day, done, PrimaryKey.on("place", "day"));
        var uuid = column("id", UUID).primaryKey();
        var things = new MetaData().table("things", uuid, column("done", INTEGER));
        engine.inTransaction(connection -> {
            visits.create(connection);
            things.create(connection);
            for (int i = 0; i < 12; i++) {
                connection.execute(Sql.insertInto(visits).values(place, "p & " + i / 4)
                        .values(day, java.time.LocalDateTime.of(2026, 1, 1 + i % 4, 12, 0, 0, 123_000_000)));
                connection.execute(Sql.insertInto(things).values(uuid, java.util.UUID.randomUUID()));
            }
        });
        var stop = new AtomicInteger();
        var revisions = new Revisions().next("a1", op -> {
            op.backfill("visits", with -> with.set("done", "COALESCE(done, 0) + 1").batch(5));
            op.backfill("things", with -> with.set("done", "COALESCE(done, 0) + 1").batch(5));
        }, op -> {});
        for (int at : List.of(2, 4)) {
            assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT.onProgress(progress -> {
                if (progress.sql().contains("up to") && stop.incrementAndGet() == at) {
                    throw new IllegalStateException("stopped");
                }
            }))).hasMessageContaining("stopped");
        }
        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);

        for (var table : List.of("visits", "things")) {
            assertThat(engine.<Integer, RuntimeException>fromTransaction(connection -> connection
                    .rows("SELECT done FROM " + table + " WHERE done = 1").size())).isEqualTo(12);
        }
    }

    @DatabaseTest
    void rowsWithoutAKeyAreChangedToo(Engine engine) {
        var key = column("a", INTEGER);
        var done = column("done", INTEGER);
        var loose = new MetaData().table("loose", key, done);
        engine.inTransaction(connection -> {
            loose.create(connection);
            for (int i = 0; i < 9; i++) {
                var row = Sql.insertInto(loose).values(done, 0);
                connection.execute(i % 3 == 0 ? row : row.values(key, i / 2));
            }
        });

        assertThatThrownBy(() -> new Revisions().next("a1",
                op -> op.backfill("loose", with -> with.set("done", "done + 1")), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT))
                .hasMessageContaining(
                        "Table \"loose\" has no primary key by which a backfill could divide its rows into "
                                + "batches. Add keyedBy(...) with columns that have an index.");
        new Revisions().next("a1", op -> op.backfill("loose",
                with -> with.set("done", "done + 1").keyedBy("a").batch(2)), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(engine.<List<Integer>, RuntimeException>fromTransaction(
                connection -> connection.all(Sql.select(done)))).hasSize(9).containsOnly(1);
    }

    @DatabaseTest
    void alternativesThatAreWrittenAsTextApplyToEachBatch(Engine engine) {
        fill(engine, 10);

        new Revisions().next("a1", op -> {
            op.backfill("items", with -> with.set("counter", "counter + 1 -- once more").batch(2)
                    .where("id < 10 OR id > 20 -- not those between"));
            op.backfill(ITEMS, with -> with.set("counter", "counter + 1").batch(2)
                    .where(ID.gt(3).and(Sql.condition(new TextFragment<>("id = 6 OR id = 15 OR id = 21", List.of(),
                            BOOLEAN)))));
        }, op -> {}).upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(counters(engine)).containsExactly(1, 2, 1, 0, 1, 0, 2, 1, 1, 1);
    }

    @DatabaseTest
    void rowsWithAPartOfAKeyAreChangedOnce(Engine engine) {
        var a = column("a", INTEGER);
        var b = column("b", INTEGER);
        var done = column("done", INTEGER);
        var loose = new MetaData().table("loose", a, b, done);
        engine.inTransaction(connection -> {
            loose.create(connection);
            for (int i = 0; i < 8; i++) {
                var row = Sql.insertInto(loose).values(done, 0).values(a, i / 2);
                connection.execute(i % 3 == 0 ? row : row.values(b, i));
            }
        });

        new Revisions().next("a1", op -> op.backfill("loose",
                with -> with.set("done", "done + 1").keyedBy("a", "b").batch(2)), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(engine.<List<Integer>, RuntimeException>fromTransaction(
                connection -> connection.all(Sql.select(done)))).hasSize(8).containsOnly(1);
    }

    @DatabaseTest(only = "mariadb")
    void rowsAreDividedByUnsignedNumbers(Engine engine) {
        var key = column("id", MysqlTypes.BIGINT_UNSIGNED).primaryKey();
        var done = column("done", INTEGER);
        var wide = new MetaData().table("wide", key, done);
        var most = new BigInteger("18446744073709551615");
        engine.inTransaction(connection -> {
            wide.create(connection);
            for (int i = 0; i < 5; i++) {
                connection.execute(Sql.insertInto(wide).values(key, most.subtract(BigInteger.valueOf(i)))
                        .values(done, 0));
            }
        });
        var stop = new StopSignal();
        var revisions = new Revisions().next("a1",
                op -> op.backfill("wide", with -> with.set("done", "done + 1").batch(2)), op -> {});

        assertThatThrownBy(() -> revisions.upgrade(engine, "head", MigrationOptions.DEFAULT.stop(stop)
                .onProgress(progress -> {
                    if (progress.sql().contains("up to id 18446744073709551612")) {
                        stop.request();
                    }
                }))).hasMessageContaining("The run was stopped on request.");
        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(engine.<List<Integer>, RuntimeException>fromTransaction(
                connection -> connection.all(Sql.select(done)))).hasSize(5).containsOnly(1);
    }

    /** Interrupts a backfill, which is the first statement of revision a1. */
    private static void interrupt(Engine engine) {
        fill(engine, 4);
        var stop = new StopSignal();
        assertThatThrownBy(() -> backfill(with -> with.set("counter", "counter + 1").batch(2)).upgrade(engine, "head",
                MigrationOptions.DEFAULT.stop(stop).onProgress(progress -> {
                    if (progress.sql().contains("up to")) {
                        stop.request();
                    }
                }))).hasMessageContaining("The run was stopped on request.");
        assertThat(leftovers(engine)).hasSize(2);
    }

    @DatabaseTest
    void aRevisionThatEndsForgetsABackfillThatItNoLongerHas(Engine engine) {
        interrupt(engine);

        new Revisions().next("a1", op -> op.execute("UPDATE items SET counter = 2"), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT);

        assertThat(leftovers(engine)).isEmpty();
    }

    @DatabaseTest
    void aStampEndsWhatWasInterruptedInTheRevisionsThatItPasses(Engine engine) {
        interrupt(engine);
        var revisions = backfill(with -> with.set("counter", "counter + 1").batch(2)).next("b2", op -> {}, op -> {});

        stamp(engine, revisions, "b2");

        assertThat(leftovers(engine)).isEmpty();
        revisions.downgrade(engine, "base", MigrationOptions.DEFAULT);
        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);
        assertThat(counters(engine)).containsExactly(2, 2, 1, 1);
    }

    @DatabaseTest
    void aStampLeavesWhatWasInterruptedInOtherRevisions(Engine engine) {
        interrupt(engine);
        var revisions = backfill(with -> with.set("counter", "counter + 1").batch(2))
                .add(RevisionNode.of("x1"), op -> {}, op -> {});

        stamp(engine, revisions, "x1");

        assertThat(leftovers(engine)).hasSize(2);
        revisions.upgrade(engine, "heads", MigrationOptions.DEFAULT);
        assertThat(counters(engine)).containsOnly(1);
        assertThat(leftovers(engine)).isEmpty();
    }

    @DatabaseTest
    void aDowngradeThatWasInterruptedEndsWhenNoRevisionIsRecordedAnyMore(Engine engine) {
        fill(engine, 4);
        var revisions = new Revisions().next("a1", op -> {}, op -> {}).next("b2", op -> {},
                op -> op.backfill("items", with -> with.set("counter", "counter + 1").batch(2)));
        revisions.upgrade(engine, "head", MigrationOptions.DEFAULT);
        var stop = new StopSignal();
        assertThatThrownBy(() -> revisions.downgrade(engine, "a1", MigrationOptions.DEFAULT.stop(stop)
                .onProgress(progress -> {
                    if (progress.sql().contains("up to")) {
                        stop.request();
                    }
                }))).hasMessageContaining("The run was stopped on request.");
        assertThat(leftovers(engine)).hasSize(2);

        try (var connection = engine.connect()) {
            MigrationContext.of(connection, MigrationOptions.DEFAULT).purge();
        }

        assertThat(leftovers(engine)).isEmpty();
    }

    private static void stamp(Engine engine, Revisions revisions, String target) {
        try (var connection = engine.connect()) {
            MigrationContext.of(connection, MigrationOptions.DEFAULT)
                    .run(heads -> revisions.map().stamp(List.of(target), heads), revisions.source());
        }
    }

    @DatabaseTest(only = "sqlite")
    void aBatchThatMeetsADeadlockIsRepeated(TestDatabase database, Engine engine) {
        fill(engine, 4);
        var left = new AtomicInteger(2);
        var disturbed = database.newEngine(builder -> builder);
        disturbed.listen(new ExecutionListener() {
            @Override
            public void afterExecute(Execution execution) {
                if (execution.sql().startsWith("UPDATE items") && left.getAndDecrement() > 0) {
                    throw new DeadlockException(new DatabaseReport("deadlock", execution.sql(), "", "40001", 0, ""),
                            null);
                }
            }
        });
        try (disturbed) {
            backfill(with -> with.set("counter", "counter + 1").batch(2)).upgrade(disturbed, "head",
                    MigrationOptions.DEFAULT.patience(new LockPatience(Duration.ZERO, Duration.ZERO, 3,
                            Duration.ofMillis(1))));
        }

        assertThat(counters(engine)).containsOnly(1);
    }

    @DatabaseTest(only = "h2")
    void aPauseIsMadeAfterEachBatchAndABackfillNeedsTransactionsOfItsOwn(Engine engine) {
        fill(engine, 4);
        long begun = System.nanoTime();

        backfill(with -> with.set("counter", "counter + 1").batch(1).pause(Duration.ofMillis(30))).upgrade(engine,
                "head", MigrationOptions.DEFAULT);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(110));
        assertThatThrownBy(() -> new Revisions().next("a1", op -> {}, op -> {})
                .next("b2", op -> op.backfill("items", with -> with.set("counter", "1")), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT.transactions(TransactionMode.EXTERNAL)))
                .hasMessageContaining(
                        "Revision \"b2\" must commit the batches of \"backfill counter of table \"items\"\", "
                                + "which is not possible in the caller's transaction.");
    }

    @Test
    void aScriptHasOneStatementWithANote() {
        for (Dialect dialect : List.of(new SqliteDialect(), new H2Dialect(), new PostgresDialect(),
                new MariadbDialect(), new OracleDialect(), new SqlServerDialect())) {
            var out = new StringBuilder();

            new Operations(new ScriptContext(dialect, out, MigrationOptions.DEFAULT)).inSchema("shop").backfill("items",
                    with -> with.set("name", "lower(name)").where("name IS NOT NULL OR id > 1")
                            .where("id < 9 -- not yet")
                            .keyedBy("id").batch(500));

            assertThat(out.toString()).as(dialect.name()).isEqualTo("""
                    -- Not in batches of 500 rows, as on a connection: this is one statement, which locks all rows that it \
                    changes until it ends

                    UPDATE shop.items SET name=lower(name) WHERE (name IS NOT NULL OR id > 1) AND (id < 9 -- not yet
                    )\
                    """ + switch (dialect.name()) {
                case "oracle" -> "\n\n/\n\n";
                case "mssql" -> ";\n\nGO\n\n";
                default -> ";\n\n";
            });
        }
    }

    @Test
    void mistakesAreNamed() {
        var op = new Operations(new ScriptContext(new SqliteDialect(), new StringBuilder(), MigrationOptions.DEFAULT));

        assertThatThrownBy(() -> op.backfill("t", with -> with.where("a = 1")))
                .hasMessage("backfill(\"t\", ...): nothing is set. Add set(column, value).");
        assertThatThrownBy(() -> op.backfill("t", with -> with.set("a", "1").set("a", "2")))
                .hasMessage("backfill(...): column \"a\" is set twice");
        assertThatThrownBy(() -> op.backfill("t", with -> with.set("a", "1").batch(0)))
                .hasMessage("backfill(\"t\", ...): batch: must be at least 1, got 0");
        assertThatThrownBy(() -> op.backfill("t", with -> with.set("a", "1").pause(Duration.ofMillis(-1))))
                .hasMessage("backfill(\"t\", ...): pause: must not be negative, got PT-0.001S");
        assertThatThrownBy(() -> op.backfill("t", with -> with.set("a", "1").keyedBy("a"))).hasMessageStartingWith(
                "backfill(\"t\", ...): column \"a\" divides rows into batches and cannot be set at the same time.");
        assertThatThrownBy(() -> op.backfill("items", with -> with.set(COUNTER, 1))).hasMessage(
                "backfill(\"items\", ...): column \"counter\" belongs to another declaration of a table. Pass that "
                        + "table: backfill(TABLE, ...).");
        assertThatThrownBy(() -> op.ifExists().backfill("t", with -> with.set("a", "1")))
                .hasMessage("ifExists() does not apply to backfill(...): remove it");
    }

    @DatabaseTest(only = {"sqlite", "postgresql"})
    void aKeyThatCannotBeRecordedIsRefused(Engine engine) {
        engine.inTransaction(connection -> new MetaData()
                .table("t", column("k", dev.rubedo.type.Types.DOUBLE), column("n", INTEGER)).create(connection));

        assertThatThrownBy(() -> new Revisions().next("a1",
                op -> op.backfill("t", with -> with.set("n", "1").keyedBy("k")), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT)).hasRootCauseInstanceOf(MigrationException.class)
                .hasMessageContaining(
                        "A backfill cannot divide the rows of table \"t\" into batches by column \"k\" of "
                                + "type ");
        assertThatThrownBy(() -> new Revisions().next("a1",
                op -> op.backfill("t", with -> with.set("n", "1").keyedBy("id")), op -> {})
                .upgrade(engine, "head", MigrationOptions.DEFAULT))
                .hasMessageContaining(
                        "Table \"t\" has no column \"id\", by which a backfill is to divide its rows into "
                                + "batches. It has [k, n].");
        assertThat(Revisions.heads(engine)).isEqualTo(Set.of());
    }
}

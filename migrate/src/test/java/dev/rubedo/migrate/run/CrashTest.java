package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs that end in the middle, and runs at the same time. */
class CrashTest {

    /** The end of a process, which no code of a run handles. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static Revisions plan(String name) {
        return new Revisions().next(name, op -> {
            op.createTable(name, column("id", INTEGER).primaryKey(), column("name", string(20)),
                    column("age", INTEGER).index());
            op.execute("INSERT INTO " + name + " (id, name) VALUES (1, 'a')");
            op.addColumn(name, column("city", string(20)));
            op.execute("INSERT INTO " + name + " (id, name) VALUES (2, 'b')");
            op.concurrently().createIndex("ix_" + name + "_city", name, "city");
            op.execute("INSERT INTO " + name + " (id, name) VALUES (3, 'c')");
            op.alterColumn(name, "city", c -> c.rename("town").existingType(string(20)));
            op.outsideTransaction(outside -> outside.createTable(name + "_b", column("id", INTEGER).primaryKey()));
            op.execute("INSERT INTO " + name + "_b (id) VALUES (1)");
            op.dropIndex("ix_" + name + "_city", name);
            op.renameTable(name + "_b", name + "_c");
            op.execute("INSERT INTO " + name + " (id, name) VALUES (4, 'd')");
        }, op -> {});
    }

    /** Returns the number of statements of a run, which crashes before the given one, or after it if that is negative. */
    private static int run(TestDatabase database, String name, int crashAt) {
        var count = new AtomicInteger();
        var engine = database.newEngine(builder -> builder);
        engine.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                if (count.incrementAndGet() == crashAt) {
                    throw new Crash();
                }
            }

            @Override
            public void afterExecute(Execution execution) {
                if (count.get() == -crashAt) {
                    throw new Crash();
                }
            }
        });
        try (engine; var connection = engine.connect()) {
            try {
                MigrationContext.of(connection, MigrationOptions.DEFAULT.versionTable("version_" + name))
                        .run(heads -> plan(name).map().upgrade("head", heads), plan(name).source());
                return count.get();
            } catch (Crash e) {
                connection.invalidate();
                return 0;
            }
        }
    }

    @DatabaseTest
    void aRunThatEndsAtAnyStatementIsCompletedByTheNextOne(TestDatabase database, Engine engine) {
        int total = run(database, "whole", 0);
        assertThat(total).isGreaterThan(20);
        // servers write to disk with each commit: there, some of the places must do
        int step = List.of("sqlite", "h2").contains(database.name()) ? 3 : 8;
        for (int i = 1; i <= total; i += step) {
            for (int crashAt : List.of(i, -i - step / 2)) {
                var name = (crashAt > 0 ? "b" : "a") + i;
                run(database, name, crashAt);

                run(database, name, 0);

                var rows = engine.<List<String>, RuntimeException>fromTransaction(connection -> connection
                        .rows("SELECT id AS answer FROM " + name + " ORDER BY id").stream()
                        .map(row -> row.textOrEmpty("answer")).toList());
                assertThat(rows).as("crash at %s of %s", crashAt, total).containsExactly("1", "2", "3", "4");
                assertThat(engine.inspect().columns(name)).extracting(each -> each.name()).containsExactly("id",
                        "name", "age", "town");
                assertThat(engine.inspect().indexes(name)).extracting(each -> each.name())
                        .contains("ix_" + name + "_age").doesNotContain("ix_" + name + "_city");
                assertThat(engine.inspect().hasTable(name + "_c")).isTrue();
            }
        }
        assertThat(engine.<Integer, RuntimeException>fromTransaction(
                connection -> connection.inspect().hasTable("rubedo_progress")
                        ? connection.rows("SELECT revision FROM rubedo_progress").size()
                        : 0))
                .isZero();
    }

    /** Hand-written SQL, of which the catalog does not tell whether it was executed. */
    private static Revisions opaque(String sql) {
        return new Revisions().next("a1", op -> {
            op.createTable("t", column("id", INTEGER).primaryKey());
            op.outsideTransaction(outside -> outside.execute(sql));
        }, op -> {});
    }

    @DatabaseTest
    void aStatementThatWasBegunAndHasChangedIsNeverSkipped(TestDatabase database, Engine engine) {
        var first = "INSERT INTO t (id) VALUES (1)";
        var broken = database.newEngine(builder -> builder);
        broken.listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                if (execution.sql().equals(first)) {
                    throw new Crash();
                }
            }
        });
        try (broken; var connection = broken.connect()) {
            assertThatThrownBy(() -> MigrationContext.of(connection, MigrationOptions.DEFAULT)
                    .run(heads -> opaque(first).map().upgrade("head", heads), opaque(first).source()))
                    .isInstanceOf(Crash.class);
            connection.invalidate();
        }

        assertThatThrownBy(() -> opaque(first).upgrade(engine, "head", MigrationOptions.DEFAULT))
                .hasMessageContaining("Statement 2 of revision \"a1\" was begun by a run that was interrupted")
                .hasMessageContaining(first);
        assertThatThrownBy(() -> opaque("INSERT INTO t (id) VALUES (2)").upgrade(engine, "head",
                MigrationOptions.DEFAULT.resume(ResumeMode.SKIP)))
                .hasMessageContaining(
                        "was interrupted in statement 2, which has changed since, or one before it has: now "
                                + "it is \"INSERT INTO t (id) VALUES (2)\"");
        opaque(first).upgrade(engine, "head", MigrationOptions.DEFAULT.resume(ResumeMode.REPEAT));

        assertThat(engine.<Integer, RuntimeException>fromTransaction(
                connection -> connection.rows("SELECT id FROM t").size())).isEqualTo(1);
    }

    @DatabaseTest
    void ofManyRunsAtTheSameTimeOneMakesEachStep(TestDatabase database) throws Exception {
        var nodes = IntStream.range(0, 12).mapToObj(i -> i == 0 ? RevisionNode.of("r0")
                : RevisionNode.of("r" + i, "r" + (i - 1))).toList();
        var map = new RevisionMap(nodes);
        var applied = new ConcurrentHashMap<String, AtomicInteger>();
        var engine = database.newEngine(builder -> builder);
        var start = new CountDownLatch(1);
        // a new file of SQLite must not be switched to WAL by several connections at the same moment
        engine.connect().close();
        try (engine; var threads = Executors.newFixedThreadPool(6)) {
            var runs = IntStream.range(0, 6).<Future<?>>mapToObj(i -> threads.submit(() -> {
                start.await();
                try (var connection = engine.connect()) {
                    return MigrationContext.of(connection, MigrationOptions.DEFAULT)
                            .run(heads -> map.upgrade("head", heads), id -> op -> {
                                applied.computeIfAbsent(id, each -> new AtomicInteger()).incrementAndGet();
                                op.createTable("t_" + id, column("id", INTEGER).primaryKey());
                            });
                }
            })).toList();
            start.countDown();
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(applied).hasSize(12).allSatisfy((id, count) -> assertThat(count).hasValue(1));
    }
}

package dev.rubedo.migrate.batch;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A batch never loses a row or a value, whatever it changes. */
@Databases("sqlite")
class BatchPropertyTest {

    @DatabaseTest
    void randomBatchesKeepEveryRowAndEveryValueOfTheRemainingColumns(Engine engine) {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var table = "t" + seed;
            fill(engine, table, random);
            var before = values(engine, table);
            var names = new LinkedHashMap<String, String>();
            before.get(0).keySet().forEach(column -> names.put(column, column));
            for (int round = 0; round < 3; round++) {
                change(engine, table, random, names, round);
            }
            var after = values(engine, table);

            assertThat(after).as("seed %s", seed).hasSameSizeAs(before);
            for (int i = 0; i < before.size(); i++) {
                for (var name : names.entrySet()) {
                    assertThat(after.get(i).get(name.getValue())).as("seed %s, column %s", seed, name.getKey())
                            .isEqualTo(before.get(i).get(name.getKey()));
                }
            }
            assertThat(children(engine, table)).isEqualTo(before.size());
        }
    }

    private static void execute(Engine engine, String sql) {
        engine.inTransaction(connection -> connection.execute(new TextDdl(sql)));
    }

    private static void fill(Engine engine, String table, Random random) {
        int columns = 2 + random.nextInt(4);
        var definition = new StringBuilder("id INTEGER PRIMARY KEY");
        for (int i = 0; i < columns; i++) {
            definition.append(", c").append(i).append(random.nextBoolean() ? " INTEGER" : " VARCHAR(20)");
        }
        execute(engine, "CREATE TABLE " + table + " (" + definition + ")");
        execute(engine, "CREATE INDEX ix_" + table + " ON " + table + " (c0)");
        execute(engine, "CREATE TABLE of_" + table + " (parent INTEGER NOT NULL REFERENCES " + table
                + " (id) ON DELETE CASCADE)");
        for (int row = 1; row <= 5 + random.nextInt(20); row++) {
            var values = new StringBuilder().append(row * 3);
            for (int i = 0; i < columns; i++) {
                values.append(random.nextInt(5) == 0 ? ", NULL" : ", " + random.nextInt(1000));
            }
            execute(engine, "INSERT INTO " + table + " VALUES (" + values + ")");
            execute(engine, "INSERT INTO of_" + table + " VALUES (" + row * 3 + ")");
        }
    }

    private static void change(Engine engine, String table, Random random, Map<String, String> names, int round) {
        var free = new ArrayList<>(names.keySet());
        free.remove("id");
        free.remove("c0");
        try (var connection = engine.connect()) {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            try (var batch = op.batchAlterTable(table, with -> random.nextInt(4) == 0 ? with.recreateAlways() : with)) {
                batch.addColumn(column("added" + round, string(9)).notNull().serverDefault("'new'"));
                if (!free.isEmpty() && random.nextBoolean()) {
                    var column = free.remove(random.nextInt(free.size()));
                    batch.dropColumn(names.remove(column));
                }
                if (!free.isEmpty() && random.nextBoolean()) {
                    var column = free.get(random.nextInt(free.size()));
                    batch.alterColumn(names.get(column), c -> c.rename(column + "_" + round));
                    names.put(column, column + "_" + round);
                }
                if (!free.isEmpty() && random.nextBoolean()) {
                    batch.createUniqueConstraint("uq" + round, "id", names.get(free.get(0)));
                }
                batch.alterColumn(names.get("c0"), c -> random.nextBoolean() ? c.type(string(30)) : c.type(INTEGER));
            }
            connection.commit();
        }
    }

    private static List<Map<String, String>> values(Engine engine, String table) {
        var columns = engine.inspect().columns(table).stream().map(each -> each.name()).toList();
        var select = new StringBuilder("SELECT id");
        columns.stream().filter(name -> !name.equals("id"))
                .forEach(name -> select.append(", ").append(name));
        return engine.<List<Map<String, String>>, RuntimeException>fromTransaction(
                connection -> connection.rows(select + " FROM " + table + " ORDER BY id").stream().map(row -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    columns.forEach(name -> values.put(name, String.valueOf(row.text(name))));
                    return values;
                }).toList());
    }

    private static int children(Engine engine, String table) {
        return engine.fromTransaction(connection -> connection.rows("SELECT parent FROM of_" + table).size());
    }
}

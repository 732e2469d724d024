package dev.rubedo.benchmarks.migrations;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.MetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Measures the comparison of a model of 500 tables with its database, beside reading columns, keys and indexes of the tables
 * through the metadata of JDBC only. Stateless.
 */
public final class CatalogReading {
    private static final int TABLES = 500;

    private CatalogReading() {}

    /**
     * Runs the measurement in an empty database.
     *
     * @param args the URL of the database, and the number of rounds; 5 if it is missing
     */
    public static void main(String[] args) throws SQLException {
        try (var engine = Engine.create(args[0])) {
            measure(engine, args.length < 2 ? 5 : Integer.parseInt(args[1]));
        }
    }

    /** Creates the tables, prints the least times of several rounds by turns, and drops the tables. */
    static void measure(Engine engine, int rounds) throws SQLException {
        var model = model();
        model.createAll(engine);
        long compared = Long.MAX_VALUE;
        long read = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            boolean isSame = engine.<Boolean, RuntimeException>fromTransaction(
                    connection -> SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model).isEmpty());
            compared = Math.min(compared, System.nanoTime() - start);
            start = System.nanoTime();
            int rows = readByJdbc(engine);
            read = Math.min(read, System.nanoTime() - start);
            if (!isSame || rows < TABLES * 4) {
                throw new IllegalStateException("The tables were not found as they were created");
            }
        }
        System.out.printf(Locale.ROOT, "comparison of %d tables %d ms, JDBC metadata %d ms, %.1f times as fast%n",
                TABLES,
                compared / 1_000_000, read / 1_000_000, (double) read / compared);
        model.dropAll(engine);
    }

    private static MetaData model() {
        var model = new MetaData();
        for (int i = 0; i < TABLES; i++) {
            var table = model.table("t" + i, column("id", INTEGER).primaryKey(), column("name", string(40)).notNull(),
                    column("code", string(10)).unique(), column("amount", numeric(10, 2)).serverDefault("0").index(),
                    CheckConstraint.of("amount >= 0").named("ck_t" + i));
            if (i > 0) {
                table.add(column("parent_id", INTEGER).references("t" + (i - 1) + ".id"));
            }
        }
        return model;
    }

    private static int readByJdbc(Engine engine) throws SQLException {
        int rows = 0;
        try (var connection = engine.connect()) {
            var metaData = connection.jdbc().getMetaData();
            var schema = connection.jdbc().getSchema();
            for (int i = 0; i < TABLES; i++) {
                var table = "t" + i;
                rows += count(metaData.getColumns(null, schema, table, null));
                rows += count(metaData.getPrimaryKeys(null, schema, table));
                rows += count(metaData.getImportedKeys(null, schema, table));
                rows += count(metaData.getIndexInfo(null, schema, table, false, true));
            }
        }
        return rows;
    }

    private static int count(ResultSet found) throws SQLException {
        try (found) {
            int rows = 0;
            while (found.next()) {
                rows++;
            }
            return rows;
        }
    }
}

package dev.rubedo.migrate.batch;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.render.RenderedStatement;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.schema.TextDdl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The objects that belong to a table of SQLite without being part of its definition: triggers, the counter of its keys,
 * foreign keys that reference it, views. Immutable.
 */
final class SqliteSurroundings {
    private final String schema;
    private final List<String> triggers;
    private final boolean isReferenced;
    private final boolean enforcesForeignKeys;
    private final @Nullable String counter;
    private final Set<String> violations;
    private final Set<String> brokenViews;

    private SqliteSurroundings(TableName table, Connection connection) {
        this.schema = table.schema().isEmpty() ? "" : quoted(table.schema()) + ".";
        this.triggers = texts(connection.rows("SELECT sql AS answer FROM " + schema
                + "sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?) ORDER BY name", table.name()));
        this.isReferenced = !connection
                .rows("SELECT 1 FROM " + schema + "sqlite_master AS m JOIN pragma_foreign_key_list"
                        + "(m.name) AS f ON 1 = 1 WHERE m.type = 'table' AND lower(f.\"table\") = lower(?)",
                        table.name())
                .isEmpty();
        this.enforcesForeignKeys = texts(
                connection.rows("SELECT foreign_keys AS answer FROM pragma_foreign_keys")).contains("1");
        boolean hasCounters = !connection
                .rows("SELECT 1 FROM " + schema + "sqlite_master WHERE name = 'sqlite_sequence'").isEmpty();
        var counters = hasCounters
                ? texts(connection.rows("SELECT seq AS answer FROM " + schema
                        + "sqlite_sequence WHERE lower(name) = lower(?)", table.name()))
                : List.<String>of();
        this.counter = counters.isEmpty() ? null : counters.get(0);
        this.violations = violations(connection);
        this.brokenViews = brokenViews(connection);
    }

    /** Returns whether a database is SQLite, whose catalog this class reads. */
    static boolean isNeeded(Dialect dialect) {
        return dialect.catalogTraits().has(CatalogTrait.CHANGES_COPY_TABLES);
    }

    static SqliteSurroundings of(TableName table, Connection connection) {
        return new SqliteSurroundings(table, connection);
    }

    private static List<String> texts(List<CatalogRow> rows) {
        return rows.stream().map(row -> row.textOrEmpty("answer")).toList();
    }

    static RenderedStatement text(String sql) {
        return new RenderedStatement.Ddl(new TextDdl(sql));
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    boolean isReferenced() {
        return isReferenced;
    }

    boolean enforcesForeignKeys() {
        return enforcesForeignKeys;
    }

    /** Returns the statements that recreate the triggers of the table. */
    List<RenderedStatement> triggers() {
        return triggers.stream().map(SqliteSurroundings::text).toList();
    }

    /** Returns the statement that continues the counter of the keys, if the table has one. */
    Optional<RenderedStatement> sequence(TableName temporary) {
        return counter == null ? Optional.empty()
                : Optional.of(text("UPDATE " + schema + "sqlite_sequence SET seq = max(seq, " + counter
                        + ") WHERE name = '" + temporary.name().replace("'", "''") + "'"));
    }

    private static Set<String> violations(Connection connection) {
        var found = new TreeSet<String>();
        connection.rows("SELECT \"table\" || ' ' || COALESCE(\"rowid\", '') || ' ' || parent AS answer FROM"
                + " pragma_foreign_key_check").forEach(row -> found.add(row.textOrEmpty("answer")));
        return found;
    }

    private Set<String> brokenViews(Connection connection) {
        var broken = new TreeSet<String>();
        for (var view : texts(connection.rows("SELECT name AS answer FROM " + schema
                + "sqlite_master WHERE type = 'view'"))) {
            try {
                connection.rows("SELECT 1 FROM " + schema + quoted(view) + " LIMIT 0");
            } catch (RuntimeException e) {
                broken.add(view);
            }
        }
        return broken;
    }

    void verify(TableName table, Connection connection) {
        var broken = new ArrayList<>(brokenViews(connection));
        broken.removeAll(brokenViews);
        if (!broken.isEmpty()) {
            throw new MigrationException("After the change of table \"" + table + "\", the views " + broken
                    + " can no longer be read. Drop them before the batch, and recreate them after it.");
        }
        var violated = violations(connection);
        violated.removeAll(violations);
        if (!violated.isEmpty()) {
            throw new MigrationException("After the change of table \"" + table
                    + "\", foreign keys are violated (table, row, referenced table): "
                    + violated.stream().limit(5).toList() + ". Correct these rows before the batch.");
        }
    }
}

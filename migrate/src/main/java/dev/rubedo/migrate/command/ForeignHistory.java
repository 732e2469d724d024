package dev.rubedo.migrate.command;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationException;
import java.util.List;

/** The history of another migration tool: the table in which it records what it has applied. Immutable. */
public enum ForeignHistory {
    /** Alembic: a row for each head. */
    ALEMBIC("alembic_version", "SELECT version_num AS answer FROM %s"),
    /** Flyway: the last version that succeeded. */
    FLYWAY("flyway_schema_history", "SELECT %3$s AS answer FROM %1$s WHERE %2$s = (SELECT MAX(%2$s) FROM %1$s"
            + " WHERE %4$s AND %3$s IS NOT NULL)"),
    /** Liquibase: the id of the last change set. */
    LIQUIBASE("DATABASECHANGELOG", "SELECT ID AS answer FROM %1$s WHERE ORDEREXECUTED = (SELECT MAX(ORDEREXECUTED)"
            + " FROM %1$s)");

    private final String table;
    private final String query;

    ForeignHistory(String table, String query) {
        this.table = table;
        this.query = query;
    }

    /** Returns the usual name of the table. */
    public String table() {
        return table;
    }

    /** Returns the versions that the database is at. */
    List<String> versions(String name, Connection connection) {
        var quoter = connection.engine().dialect().quoter();
        int point = name.indexOf('.');
        var schema = point < 0 ? "" : name.substring(0, point);
        var simple = name.substring(point + 1);
        var found = connection.inspect().tableNames(schema).stream().filter(each -> each.equalsIgnoreCase(simple))
                .findFirst().orElseThrow(() -> new MigrationException("The database has no table \"" + name
                        + "\" of " + name() + ". Specify the table with --table."));
        var columns = connection.inspect().table(schema, found).columns().stream().map(column -> column.name())
                .toList();
        var quoted = (schema.isEmpty() ? "" : quoter.quote(schema) + ".") + quoter.quote(found);
        var sql = String.format(java.util.Locale.ROOT, query, quoted, column("installed_rank", columns, quoter::quote),
                column("version", columns, quoter::quote),
                column("success", columns, quoter::quote) + " = "
                        + (connection.supports(dev.rubedo.feature.Feature.BOOLEAN_TYPE) ? "TRUE" : "1"));
        return connection.rows(sql).stream().map(row -> row.textOrEmpty("answer")).toList();
    }

    private static String column(String name, List<String> columns,
            java.util.function.UnaryOperator<String> quote) {
        return quote.apply(columns.stream().filter(each -> each.equalsIgnoreCase(name)).findFirst().orElse(name));
    }
}

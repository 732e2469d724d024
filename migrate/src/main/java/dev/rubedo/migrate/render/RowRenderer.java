package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.InsertRowsOperation;
import dev.rubedo.migrate.render.RenderedStatement.Dml;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A renderer of rows to insert as statements. Stateless. */
final class RowRenderer {
    private static final int LARGEST_BATCH = 500;

    private RowRenderer() {}

    /** Consecutive rows with the same columns are inserted together. */
    static List<RenderedStatement> render(InsertRowsOperation insert, Dialect dialect) {
        var statements = new ArrayList<RenderedStatement>();
        var group = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : insert.rows()) {
            int limit = insert.isBatch()
                    ? Math.min(LARGEST_BATCH, dialect.maximumBinds() / Math.max(1, row.size()))
                    : 1;
            if (!group.isEmpty() && (group.size() >= limit || !group.get(0).keySet().equals(row.keySet()))) {
                statements.add(statement(insert, group));
                group.clear();
            }
            group.add(row);
        }
        if (!group.isEmpty()) {
            statements.add(statement(insert, group));
        }
        return statements;
    }

    private static RenderedStatement statement(InsertRowsOperation insert,
            List<Map<String, @Nullable Object>> rows) {
        var values = rows.stream().map(row -> values(insert, row)).toList();
        return new Dml(Sql.insertInto(insert.table()).rows(values));
    }

    private static Values values(InsertRowsOperation insert, Map<String, @Nullable Object> row) {
        var values = Sql.values();
        for (var column : insert.table().columns()) {
            if (row.containsKey(column.name())) {
                values = set(values, insert.table().column(column.name()), row.get(column.name()));
            }
        }
        return values;
    }

    private static Values set(Values values, Column<Object> column, @Nullable Object value) {
        if (value == null) {
            return values.setNull(column);
        }
        return value instanceof Expression<?> expression ? values.set(column, expression) : values.set(column, value);
    }
}

package dev.rubedo.engine;

import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.compile.ResultColumn;
import dev.rubedo.compile.StatementShape;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.result.Result;
import dev.rubedo.result.RowShape;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Statement;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The execution of an INSERT that returns the primary keys of its rows, for {@link ExecuteOption#generatedKeys()}.
 * Confined to one thread at a time.
 */
final class InsertedKeys {

    private final Connection connection;
    private final StatementExecutor executor;
    private final Engine engine;

    InsertedKeys(Connection connection, StatementExecutor executor) {
        this.connection = connection;
        this.executor = executor;
        this.engine = connection.engine();
    }

    /** Rejects statements for which the option would have no effect. */
    static void check(Statement<?> statement) {
        if (!(statement instanceof Insert<?> insert)) {
            throw new IllegalArgumentException("generatedKeys() requires an INSERT, not: " + statement
                    + ". Remove the option.");
        }
        if (!insert.selectList().isEmpty()) {
            throw new IllegalArgumentException("generatedKeys() cannot be combined with returning(...). Return the "
                    + "columns of the key too, and remove the option.");
        }
    }

    <T extends @Nullable Object> Result<T> execute(Insert<?> insert, Map<String, ? extends @Nullable Object> values,
            ExecuteSettings settings) {
        if (!(insert.target() instanceof Table table) || table.primaryKeyColumns().isEmpty()) {
            throw new InvalidStatementException("generatedKeys() requires a table with a primary key, but \""
                    + insert.target() + "\" has none. Declare one, or use returning(...).");
        }
        KeyRetrieval retrieval = engine.keyRetrieval(table);
        return switch (retrieval.way()) {
            case RETURNING, OUT_PARAMETERS -> retrieval.chunk() > 1 || insert.rows().size() < 2
                    ? returning(insert, table, values, settings)
                    : rowByRow(insert, table, values, settings);
            case GENERATED_KEYS -> generated(insert, table, retrieval, values, settings);
        };
    }

    /** The database does not report which of several returned keys belongs to which row. */
    private <T extends @Nullable Object> Result<T> rowByRow(Insert<?> insert, Table table,
            Map<String, ? extends @Nullable Object> values, ExecuteSettings settings) {
        if (!values.isEmpty()) {
            throw new InvalidStatementException("The database \"" + engine.dialectName() + "\" returns the keys of "
                    + "several rows of one INSERT in any order, so the rows are inserted one by one, but the "
                    + "parameters " + values.keySet() + " do not belong to a single row. Put the values into the "
                    + "rows.");
        }
        var keys = new ArrayList<Row>();
        for (var row : insert.rowByRow()) {
            Result<Object> one = returning(row, table, values, settings);
            keys.addAll(one.insertedPrimaryKeys());
        }
        return Result.ofInsert(keys.size(), keys);
    }

    private <T extends @Nullable Object> Result<T> returning(Insert<?> insert, Table table,
            Map<String, ? extends @Nullable Object> values, ExecuteSettings settings) {
        List<? extends Column<?>> columns = table.primaryKeyColumns();
        Insert<?> returning = columns.size() == 1 ? insert.returning(columns.get(0))
                : insert.returning(columns.get(0), columns.get(1),
                        columns.subList(2, columns.size()).toArray(Projection<?>[]::new));
        var cached = engine.prepare(returning, settings.translates());
        var bound = new BoundValues(cached, StatementShape.of(returning).values(), values);
        connection.begin(cached);
        List<Row> keys = Result.of(executor.query(cached, bound.sql(), bound, settings),
                cached.shape(returning.selectList())).rows().all();
        return Result.ofInsert(keys.size(), keys);
    }

    private <T extends @Nullable Object> Result<T> generated(Insert<?> insert, Table table, KeyRetrieval retrieval,
            Map<String, ? extends @Nullable Object> values, ExecuteSettings settings) {
        var column = table.autoincrementColumn();
        if (column == null || table.primaryKeyColumns().size() > 1) {
            throw new InvalidStatementException("The database \"" + engine.dialectName() + "\" has no RETURNING ("
                    + Feature.INSERT_RETURNING
                    + "), so generatedKeys() requires a single auto-incremented primary key column,"
                    + " which \"" + table.label() + "\" does not have. Assign the key yourself.");
        }
        if (insert.query() != null || insert.rows().size() > 1 && retrieval.chunk() == 1) {
            throw new InvalidStatementException(
                    "The database \"" + engine.dialectName() + "\" reports no generated keys "
                            + "for several rows of one INSERT. Insert the rows one by one.");
        }
        var cached = engine.prepare(insert, settings.translates());
        var bound = new BoundValues(cached, StatementShape.of(insert).values(), values);
        connection.begin(cached);
        var cursor = executor.preparedForKeys(bound.sql(), cached.subject(), column.name(), settings);
        try {
            executor.bind(cursor, cached.slots(), bound);
            executor.before(cursor);
            long changed = cursor.call(PreparedStatement::executeUpdate);
            executor.after(cursor, changed);
            return Result.ofInsert(changed, keys(cursor, column));
        } finally {
            cursor.end();
        }
    }

    private List<Row> keys(Cursor cursor, Column<?> column) {
        var rows = cursor.call(PreparedStatement::getGeneratedKeys);
        cursor.rows(rows);
        var codecs = new JdbcCodec<?>[]{engine.codecs().codecFor(column.type())};
        var shape = new RowShape(SelectList.many(List.of(column)),
                List.of(new ResultColumn(column.name(), column.type(), column)));
        return Result.<Row>of(executor.opened(executor.reader(rows, codecs, List.of(), cursor)), shape).all();
    }
}

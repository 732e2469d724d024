package dev.rubedo.engine;

import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.compile.ResultColumn;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.result.ParameterSlots;
import dev.rubedo.result.Result;
import dev.rubedo.result.RowShape;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The execution of statements for which only the database knows whether they return rows. Stateless. */
final class TextExecution {

    private TextExecution() {}

    static <T extends @Nullable Object> Result<T> run(StatementExecutor executor, Engine engine,
            CachedStatement statement, BoundValues values,
            ExecuteSettings settings) {
        var cursor = executor.prepared(values.sql(), statement.subject(), settings);
        if (executor.executeAny(cursor, statement.slots(), values)) {
            return rows(executor, engine, cursor);
        }
        return counted(executor, cursor);
    }

    private static <T extends @Nullable Object> Result<T> counted(StatementExecutor executor, Cursor cursor) {
        executor.changedAny();
        try {
            return Result.ofCount(cursor.count());
        } finally {
            cursor.end();
        }
    }

    static Result<Row> runDriverSql(StatementExecutor executor, Engine engine, String sql,
            List<? extends @Nullable Object> parameters, ExecuteSettings settings) {
        var cursor = executor.prepared(sql, StatementSubject.TEXT, settings);
        var slots = ParameterSlots.ofTypes(Collections.nCopies(parameters.size(), Types.UNKNOWN), engine.codecs());
        if (executor.executeAny(cursor, slots, out -> parameters.forEach(out::set))) {
            return rows(executor, engine, cursor);
        }
        return counted(executor, cursor);
    }

    private static <T extends @Nullable Object> Result<T> rows(StatementExecutor executor, Engine engine,
            Cursor cursor) {
        var rows = cursor.rows();
        var columns = cursor.call(statement -> columns(rows));
        var reader = executor.opened(executor.reader(rows, codecs(engine, columns.size()), columns, cursor));
        return Result.of(reader, new RowShape(SelectList.NONE, columns));
    }

    private static JdbcCodec<?>[] codecs(Engine engine, int columns) {
        var codecs = new JdbcCodec<?>[columns];
        Arrays.fill(codecs, engine.codecs().codecFor(Types.UNKNOWN));
        return codecs;
    }

    private static List<ResultColumn> columns(ResultSet rows) throws SQLException {
        var metaData = rows.getMetaData();
        var columns = new ArrayList<ResultColumn>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            String label = metaData.getColumnLabel(i);
            columns.add(new ResultColumn(label, Types.UNKNOWN,
                    Sql.literalColumn(label.isBlank() ? "column" + i : label, Types.UNKNOWN)));
        }
        return columns;
    }

    /** Executes a statement without parameters and rows. */
    static void runAlone(StatementExecutor executor, Cursor cursor) {
        executor.executeAny(cursor, ParameterSlots.ofTypes(List.of(), executor.codecs()), out -> {});
        cursor.end();
    }

    static List<CatalogRow> catalogRows(StatementExecutor executor, Engine engine, String sql,
            List<@Nullable Object> parameters) {
        var cursor = executor.prepared(sql, StatementSubject.TEXT, ExecuteSettings.NONE);
        var types = Collections.nCopies(parameters.size(), Types.UNKNOWN);
        executor.executeAny(cursor, ParameterSlots.ofTypes(types, engine.codecs()),
                out -> parameters.forEach(out::set));
        try {
            return cursor.call(statement -> read(cursor.rows(), engine.codecs().codecFor(Types.UNKNOWN)));
        } finally {
            cursor.end();
        }
    }

    private static List<CatalogRow> read(ResultSet rows, JdbcCodec<Object> codec) throws SQLException {
        var metaData = rows.getMetaData();
        var names = new ArrayList<String>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            names.add(metaData.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        var found = new ArrayList<CatalogRow>();
        while (rows.next()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), codec.read(rows, i + 1));
            }
            found.add(new CatalogRow(values));
        }
        return found;
    }
}

package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.result.ParameterSlots;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs compiled statements on a connection: prepare, bind, execute, translate errors, tell listeners. It knows nothing of the tree.
 *
 * <p>
 * Every execution takes the same steps in {@link #prepared}; what differs is the call in the middle. Confined to one thread at a time.
 */
final class StatementExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(StatementExecutor.class);
    private static final int BATCH = 1000;

    private final Connection connection;
    private final Engine engine;
    private final Backend backend;
    private final PhysicalConnection physical;
    private final List<RowReader> open = new ArrayList<>(2);

    StatementExecutor(Connection connection, Engine engine, PhysicalConnection physical) {
        this.connection = connection;
        this.engine = engine;
        this.backend = engine.backend();
        this.physical = physical;
    }

    /** Executes what returns rows. */
    RowReader query(CachedStatement statement, String sql, ParameterBinder binder, ExecuteSettings settings) {
        var cursor = prepared(sql, settings);
        try {
            bind(cursor, statement.slots(), binder);
            var rows = executeQuery(cursor);
            return opened(cursor, reader(rows, statement.columnCodecs(), cursor));
        } catch (RuntimeException | Error e) {
            cursor.end();
            throw e;
        }
    }

    /** Returns a reader of rows. */
    RowReader reader(java.sql.ResultSet rows, JdbcCodec<?>[] codecs, Cursor cursor) {
        return new RowReader(rows, codecs, cursor, engine.codecs().wrapsIntegers());
    }

    private java.sql.ResultSet executeQuery(Cursor cursor) {
        before(cursor);
        try {
            var rows = cursor.statement().executeQuery();
            cursor.rows(rows);
            after(cursor, -1);
            return rows;
        } catch (SQLException e) {
            throw cursor.failed(e);
        }
    }

    RowReader opened(Cursor cursor, RowReader reader) {
        open.add(reader);
        return reader;
    }

    /** Executes what changes rows; returns how many. */
    long update(CachedStatement statement, String sql, ParameterBinder binder, ExecuteSettings settings) {
        var cursor = prepared(sql, settings);
        try {
            bind(cursor, statement.slots(), binder);
            before(cursor);
            long count = cursor.statement().executeUpdate();
            after(cursor, count);
            return count;
        } catch (SQLException e) {
            throw cursor.failed(e);
        } finally {
            cursor.end();
        }
    }

    /** Executes what may return rows or not. The cursor stays open if it does. */
    boolean executeAny(Cursor cursor, ParameterSlots slots, ParameterBinder binder) {
        try {
            bind(cursor, slots, binder);
            before(cursor);
            if (cursor.statement().execute()) {
                cursor.rows(cursor.statement().getResultSet());
                after(cursor, -1);
                return true;
            }
            after(cursor, cursor.statement().getUpdateCount());
            return false;
        } catch (SQLException e) {
            throw cursor.failed(e);
        } catch (RuntimeException | Error e) {
            cursor.end();
            throw e;
        }
    }

    /** Executes one statement for many rows of parameters; returns the count of each. */
    long[] batch(CachedStatement statement, int rows, RowBinder binder, ExecuteSettings settings) {
        var counts = new long[rows];
        var cursor = prepared(statement.sql(), settings);
        try {
            var execution = cursor.execution();
            var jdbc = cursor.statement();
            for (int from = 0; from < rows; from += BATCH) {
                int to = Math.min(rows, from + BATCH);
                for (int row = from; row < to; row++) {
                    var out = new ParameterWriter(jdbc, statement.slots(), cursor,
                            execution == null ? null : execution.newRow());
                    binder.bind(row, out);
                    out.finishRow();
                    jdbc.addBatch();
                }
                if (from == 0) {
                    before(cursor);
                }
                int[] chunk = jdbc.executeBatch();
                for (int i = 0; i < chunk.length; i++) {
                    counts[from + i] = chunk[i];
                }
            }
            after(cursor, total(counts));
            return counts;
        } catch (SQLException e) {
            throw cursor.failed(e);
        } finally {
            cursor.end();
        }
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                return -1;
            }
            total += count;
        }
        return total;
    }

    /** Prepares a statement, in a transaction that is begun if need be. */
    Cursor prepared(String sql, ExecuteSettings settings) {
        try {
            return cursor(physical.jdbc().prepareStatement(sql), sql, settings);
        } catch (SQLException e) {
            throw failed(e, sql, null, null);
        }
    }

    /** Prepares an INSERT whose generated keys will be asked for. */
    Cursor preparedForKeys(String sql, String column, ExecuteSettings settings) {
        try {
            return cursor(physical.jdbc().prepareStatement(sql, new String[]{column}), sql, settings);
        } catch (SQLException e) {
            throw failed(e, sql, null, null);
        }
    }

    private Cursor cursor(PreparedStatement statement, String sql, ExecuteSettings settings) throws SQLException {
        var execution = connection.hasListeners() || engine.showsParameters()
                ? new Execution(connection, sql, settings.tag()) : null;
        var cursor = new Cursor(this, statement, sql, execution);
        if (settings != ExecuteSettings.NONE) {
            try {
                configure(cursor, settings);
            } catch (SQLException | RuntimeException e) {
                closeAfter(e, statement);
                throw e;
            }
        }
        return cursor;
    }

    private static void closeAfter(Exception failure, PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void configure(Cursor cursor, ExecuteSettings settings) throws SQLException {
        if (settings.fetchSize() > 0) {
            cursor.statement().setFetchSize(settings.fetchSize());
        }
        var limit = settings.timeout();
        if (limit == null) {
            return;
        }
        if (backend.hasQueryTimeout() && limit.getNano() == 0) {
            cursor.statement().setQueryTimeout((int) Math.min(limit.getSeconds(), Integer.MAX_VALUE));
        } else {
            cursor.timer(StatementTimer.start(engine.scheduler(), cursor.statement(), limit));
        }
    }

    void bind(Cursor cursor, ParameterSlots slots, ParameterBinder binder) {
        var execution = cursor.execution();
        var out = new ParameterWriter(cursor.statement(), slots, cursor, execution == null ? null : execution.newRow());
        binder.bind(out);
        out.finishRow();
    }

    void before(Cursor cursor) {
        var execution = cursor.execution();
        if (execution != null) {
            connection.fire(listener -> listener.beforeExecute(execution));
            execution.start();
        }
    }

    void after(Cursor cursor, long count) {
        var execution = cursor.execution();
        if (execution != null) {
            execution.finish(count);
            connection.fire(listener -> listener.afterExecute(execution));
        }
    }

    DatabaseException failed(SQLException failure, String sql, @Nullable Execution execution,
            @Nullable StatementTimer timer) {
        String parameters = execution != null && engine.showsParameters()
                ? EchoListener.describe(execution.parameters()) : "";
        var translated = physical.failed(failure, sql, parameters);
        if (execution != null) {
            execution.finish(-1);
            connection.fire(listener -> listener.afterError(execution, translated));
        }
        return translated;
    }

    void forget(RowReader reader) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i) == reader) {
                open.remove(i);
                return;
            }
        }
    }

    Codecs codecs() {
        return engine.codecs();
    }

    /** Returns what is being read now. */
    List<RowReader> readers() {
        return List.copyOf(open);
    }

    /** Closes what is still being read, but for some. */
    void endReadersBut(List<RowReader> kept) {
        for (var reader : readers()) {
            if (!kept.contains(reader)) {
                reader.close();
            }
        }
    }

    /** Closes what is still being read. */
    void endReaders() {
        while (!open.isEmpty()) {
            open.get(open.size() - 1).close();
        }
    }

    void ignored(SQLException e) {
        LOG.debug("Closing a statement failed", e);
    }

    static ResultException missing(String name) {
        return new ResultException(ErrorCode.MISSING_PARAMETER,
                "Parameter \"" + name + "\" has no value. Give one: execute(statement, Map.of(\"" + name
                        + "\", ...)).");
    }
}

package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ResultColumn;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.ResultException;
import dev.rubedo.result.ParameterSlots;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RecordedRows;
import dev.rubedo.result.RowReader;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The executor of compiled statements on a connection: it prepares, binds, executes, translates errors and notifies
 * listeners. It does not depend on the statement tree.
 *
 * <p>Every execution takes the same steps in {@link #prepared}; only the driver call differs. Confined to one thread at
 * a time.
 */
final class StatementExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(StatementExecutor.class);
    private static final int BATCH = 1000;
    /** Longer statements are multi-row inserts, whose text varies. */
    private static final int LONGEST_KEPT = 4000;

    private final Connection connection;
    private final Engine engine;
    private final Backend backend;
    private final PhysicalConnection physical;
    private final EngineCounters counters;
    private final List<RowReader> open = new ArrayList<>(2);

    StatementExecutor(Connection connection, Engine engine, PhysicalConnection physical) {
        this.connection = connection;
        this.engine = engine;
        this.backend = engine.backend();
        this.physical = physical;
        this.counters = engine.counters();
    }

    PhysicalConnection physical() {
        return physical;
    }

    /** Returns the rows of a statement, from the cache of its settings if they have one. */
    RowReader rows(CachedStatement statement, BoundValues values, ExecuteSettings settings) {
        var cache = settings.cache();
        if (cache == null) {
            connection.begin(statement);
            return query(statement, values.sql(), values, settings);
        }
        requireCacheable(statement);
        connection.requireIntact();
        String sql = values.sql();
        var query = new RowQuery(engine, statement, written(sql, settings), values.list(), connection.tracker());
        var rows = cache.rows(query, () -> {
            connection.begin(statement);
            return RecordedRows.of(query(statement, sql, values, settings));
        });
        return rows.reader(statement.columnCodecs(), engine.codecs().primitives());
    }

    private static void requireCacheable(CachedStatement statement) {
        if (statement.writes() || statement.mayChangeAny() || !statement.tables().changed().isEmpty()) {
            throw new InvalidStatementException("fromCache(...) requires a query, but this statement changes rows: "
                    + statement + ". Remove the option.");
        }
        if (statement.locks()) {
            throw new InvalidStatementException("A query that locks rows must reach the database: " + statement
                    + ". Remove fromCache(...), or the lock.");
        }
    }

    /** Executes a statement that returns rows. */
    RowReader query(CachedStatement statement, String sql, ParameterBinder binder, ExecuteSettings settings) {
        requireFitting(statement, settings);
        var reuse = reuse(sql, settings);
        var cursor = prepared(sql, statement.subject(), settings, null, reuse, true);
        boolean isOpen = false;
        try {
            int markers = bind(cursor, statement.slots(), binder);
            if (statement.keyWay() == KeyWay.OUT_PARAMETERS) {
                register(cursor, statement, markers);
            }
            before(cursor);
            var rows = statement.keyWay() == KeyWay.OUT_PARAMETERS ? returned(cursor, statement)
                    : cursor.call(PreparedStatement::executeQuery);
            cursor.rows(rows);
            after(cursor, -1);
            var reader = opened(statement.isByName() ? readerByName(rows, statement, cursor)
                    : reader(rows, statement.columnCodecs(), statement.columns(), cursor));
            cursor.reusable(reuse);
            isOpen = true;
            return reader;
        } finally {
            if (!isOpen) {
                cursor.end();
            }
        }
    }

    /** Registers the columns that the statement returns, whose markers come after all others. */
    private void register(Cursor cursor, CachedStatement statement, int markers) {
        var columns = statement.columns();
        var parameters = backend.outputParameters().orElseThrow(statement::outParameters);
        cursor.call(open -> {
            for (int i = 0; i < columns.size(); i++) {
                parameters.register(open, markers + i + 1, columns.get(i).type());
            }
            return parameters;
        });
    }

    private java.sql.ResultSet returned(Cursor cursor, CachedStatement statement) {
        cursor.call(PreparedStatement::executeUpdate);
        return cursor.call(backend.outputParameters().orElseThrow(statement::outParameters)::rows);
    }

    /** Returns a reader of rows, which are logged if the engine is configured to do so. */
    RowReader reader(java.sql.ResultSet rows, JdbcCodec<?>[] codecs, List<ResultColumn> columns, Cursor cursor) {
        var primitives = engine.codecs().primitives();
        var log = cursor.execution() == null ? null : engine.rowLog();
        if (log == null) {
            return new RowReader(rows, codecs, cursor, primitives);
        }
        var echoed = new EchoedRow(log, columns);
        cursor.echoing(echoed);
        return new RowReader(rows, echoed.codecs(codecs), cursor, echoed.primitives(primitives));
    }

    private RowReader readerByName(java.sql.ResultSet rows, CachedStatement statement, Cursor cursor) {
        var named = cursor.call(open -> NamedColumns.of(rows, statement.columns()));
        return new RowReader(rows, named.codecs(statement.columnCodecs()), cursor,
                named.primitives(engine.codecs().primitives()));
    }

    RowReader opened(RowReader reader) {
        open.add(reader);
        return reader;
    }

    /** Executes a statement that changes rows and returns their number. */
    long update(CachedStatement statement, String sql, ParameterBinder binder, ExecuteSettings settings) {
        requireFitting(statement, settings);
        var reuse = reuse(sql, settings);
        var cursor = prepared(sql, statement.subject(), settings, null, reuse, false);
        try {
            bind(cursor, statement.slots(), binder);
            before(cursor);
            long count = cursor.call(PreparedStatement::executeUpdate);
            cursor.reusable(reuse);
            after(cursor, count);
            return count;
        } finally {
            cursor.end();
        }
    }

    /** Executes a statement that may or may not return rows. The cursor stays open unless it fails. */
    boolean executeAny(Cursor cursor, ParameterSlots slots, ParameterBinder binder) {
        boolean isDone = false;
        try {
            bind(cursor, slots, binder);
            before(cursor);
            boolean hasRows = cursor.call(PreparedStatement::execute);
            if (hasRows) {
                cursor.rows(cursor.call(PreparedStatement::getResultSet));
                after(cursor, -1);
            } else {
                cursor.counted(cursor.call(PreparedStatement::getUpdateCount));
                after(cursor, cursor.count());
            }
            isDone = true;
            return hasRows;
        } finally {
            if (!isDone) {
                cursor.end();
            }
        }
    }

    /** Executes a statement for many rows of parameters and returns the count of each. */
    long[] batch(CachedStatement statement, String sql, int rows, RowBinder binder, ExecuteSettings settings) {
        requireFitting(statement, settings);
        var counts = new long[rows];
        var reuse = reuse(sql, settings);
        var cursor = prepared(sql, statement.subject(), settings, null, reuse, false);
        try {
            for (int from = 0; from < rows; from += BATCH) {
                int to = Math.min(rows, from + BATCH);
                for (int row = from; row < to; row++) {
                    int current = row;
                    bind(cursor, statement.slots(), out -> binder.bind(current, out));
                    cursor.call(StatementExecutor::addBatch);
                }
                if (from == 0) {
                    before(cursor);
                } else {
                    counters.roundTrips.increment();
                }
                int[] chunk = cursor.call(PreparedStatement::executeBatch);
                for (int i = 0; i < chunk.length; i++) {
                    counts[from + i] = chunk[i];
                }
            }
            cursor.reusable(reuse);
            after(cursor, total(counts));
            return counts;
        } finally {
            cursor.end();
        }
    }

    /** Called when the rows of a statement were read, or its result was closed before the end. */
    void read(Cursor cursor, long rows) {
        counters.rowsRead.add(rows);
        var execution = cursor.execution();
        if (execution != null) {
            execution.read(rows);
            connection.fire(listener -> listener.afterRead(execution));
        }
    }

    /** Called when a statement has ended. */
    void ended() {
        connection.tracker().statementEnded();
    }

    /** Called when a statement of unknown effect was executed. */
    void changedAny() {
        connection.tracker().changingAny();
    }

    private static boolean addBatch(PreparedStatement statement) throws SQLException {
        statement.addBatch();
        return true;
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

    /** Rejects a statement that was prepared before the connection began to translate schemas, or after it ended. */
    static void requireFitting(CachedStatement statement, ExecuteSettings settings) {
        if (statement.isMarked() != settings.translates()) {
            throw new IllegalStateException("The statement was prepared " + (statement.isMarked() ? "for" : "without")
                    + " schema translation, unlike the options of this connection: " + statement
                    + ". Prepare it again.");
        }
    }

    /** Prepares a statement, in a transaction that has already begun. */
    Cursor prepared(String sql, StatementSubject subject, ExecuteSettings settings) {
        return prepared(sql, subject, settings, null, null, true);
    }

    /** Prepares an INSERT whose generated keys will be requested. */
    Cursor preparedForKeys(String sql, StatementSubject subject, String column, ExecuteSettings settings) {
        return prepared(sql, subject, settings, new String[]{column}, null, false);
    }

    /** Returns the cache for a statement with this SQL, or null if it is not cached. */
    private @Nullable StatementReuse reuse(String sql, ExecuteSettings settings) {
        return engine.keepsStatements() && !settings.changesStatements() && sql.length() <= LONGEST_KEPT
                && (backend.keepsStatementsInTransactions() || !connection.isInTransaction())
                        ? physical.statements() : null;
    }

    /** Returns whether the driver's statements retain rows that were not read. */
    boolean retainsRows() {
        return backend.retainsRows();
    }

    /** Discards the cached prepared statements before a change that would invalidate them. */
    void forgetStatements() {
        var kept = engine.keepsStatements() ? physical.statements() : null;
        if (kept != null) {
            try {
                kept.clear();
            } catch (SQLException | RuntimeException | Error e) {
                closingFailed(e);
            }
        }
    }

    private Cursor prepared(String original, StatementSubject subject, ExecuteSettings settings,
            String @Nullable [] keys, @Nullable StatementReuse reuse, boolean mayHaveRows) {
        if (!open.isEmpty()) {
            requireNoDoubt();
        }
        boolean isObserved = connection.hasListeners();
        String written = written(original, settings);
        String text = isObserved ? connection.replaced(written) : written;
        var comments = engine.comments();
        String sql = comments == null ? text : text + comments.text();
        boolean isKept = comments == null || !comments.isVaried();
        physical.enter();
        PreparedStatement statement;
        try {
            var kept = reuse == null || !isKept ? null : reuse.take(sql);
            if (kept != null) {
                statement = kept;
            } else {
                var jdbc = physical.jdbc();
                statement = keys != null ? jdbc.prepareStatement(sql, keys)
                        : mayHaveRows && settings.fetchSize() > 0
                                ? backend.prepareChunked(jdbc, sql, settings.fetchSize())
                                : jdbc.prepareStatement(sql);
            }
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            throw failed(e, sql, isObserved ? execution(sql, subject, settings) : null);
        }
        var execution = isObserved || settings.observer() != null || engine.showsParameters()
                ? execution(sql, subject, settings) : null;
        var cursor = new Cursor(this, statement, sql, subject, settings, execution, isKept);
        if (settings != ExecuteSettings.NONE) {
            configure(cursor, settings);
        }
        return cursor;
    }

    /** Returns SQL with the schemas of the metadata replaced according to the settings. */
    private String written(String sql, ExecuteSettings settings) {
        var translation = settings.translation();
        return translation == null ? sql : translation.write(sql, engine.dialect().quoter());
    }

    private Execution execution(String sql, StatementSubject subject, ExecuteSettings settings) {
        return new Execution(connection, sql, subject, settings);
    }

    /** Discards the connection if an earlier read failed and could not be handled then. */
    private void requireNoDoubt() {
        for (var reader : readers()) {
            if (reader.isInDoubt()) {
                reader.close();
                connection.requireIntact();
            }
        }
    }

    private void configure(Cursor cursor, ExecuteSettings settings) {
        var limit = settings.timeout();
        if (limit == null) {
            return;
        }
        if (backend.hasQueryTimeout() && limit.getNano() == 0) {
            cursor.call(statement -> {
                statement.setQueryTimeout((int) Math.min(limit.getSeconds(), Integer.MAX_VALUE));
                return limit;
            });
        } else {
            cursor.timer(StatementTimer.start(engine.scheduler(), backend, cursor.statement(), limit));
        }
    }

    /** Binds the values of a statement and returns the number of their markers. */
    int bind(Cursor cursor, ParameterSlots slots, ParameterBinder binder) {
        var execution = cursor.execution();
        try {
            var out = new ParameterWriter(cursor.statement(), slots, cursor,
                    execution == null ? null : execution.newRow());
            binder.bind(out);
            out.finishRow();
            return out.markers();
        } catch (Error e) {
            physical.distrust(e, null);
            throw e;
        }
    }

    void before(Cursor cursor) {
        counters.executed(cursor.subject().kind());
        counters.roundTrips.increment();
        var execution = cursor.execution();
        if (execution != null) {
            connection.fire(listener -> listener.beforeExecute(execution));
            execution.runs(cursor.statement());
            execution.observe();
            execution.start();
        }
        cursor.recording(Recordings.statement());
    }

    void after(Cursor cursor, long count) {
        if (count > 0) {
            counters.rowsChanged.add(count);
        }
        cursor.responded(count);
        var execution = cursor.execution();
        if (execution != null) {
            execution.finish(count);
            if (cursor.hasRows()) {
                execution.hasRows();
            }
            connection.fire(listener -> listener.afterExecute(execution));
        }
    }

    /** Returns the exception to throw for a failed driver call, after notifying listeners. */
    RuntimeException failed(Throwable failure, String sql, @Nullable Execution execution) {
        counters.errors.increment();
        String parameters = execution != null && engine.showsParameters()
                ? EchoListener.describe(execution.parameters()) : "";
        var thrown = physical.failed(failure, sql, parameters);
        if (execution != null && thrown instanceof DatabaseException translated) {
            execution.finish(-1);
            connection.fire(listener -> listener.afterError(execution, translated));
            return connection.replaced(execution, translated);
        }
        return thrown;
    }

    /**
     * Handles a failure at the end of a statement whose outcome is known. If it loses the transaction, a later call
     * reports that.
     */
    void closingFailed(Throwable failure) {
        LOG.debug("Closing a statement failed", failure);
        if (!(failure instanceof SQLException)) {
            physical.distrust(failure, null);
        }
        if (failure instanceof Error error) {
            throw error;
        }
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

    /** Returns the open results. */
    List<RowReader> readers() {
        return List.copyOf(open);
    }

    /** Closes the open results, except for some. */
    void endReadersBut(List<RowReader> kept) {
        for (var reader : readers()) {
            if (!kept.contains(reader)) {
                reader.close();
            }
        }
    }

    /** Closes the open results. */
    void endReaders() {
        while (!open.isEmpty()) {
            open.get(open.size() - 1).close();
        }
    }

    static ResultException missing(String name) {
        return new ResultException(ErrorCode.MISSING_PARAMETER,
                "Parameter \"" + name + "\" has no value. Give one: execute(statement, Map.of(\"" + name
                        + "\", ...)).");
    }
}

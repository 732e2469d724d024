package dev.rubedo.engine;

import dev.rubedo.result.RowReader;
import dev.rubedo.result.StatementOwner;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement that is being executed and read. Confined to one thread at a time. */
final class Cursor implements StatementOwner {

    /** Some drivers retain the last rows of a statement that can be executed again. */
    private static final int MOST_RETAINED_ROWS = 100;

    private final StatementExecutor executor;
    private final PreparedStatement statement;
    private final String sql;
    private final StatementSubject subject;
    private final ExecuteSettings settings;
    private final @Nullable Execution execution;
    private final boolean isKept;
    private @Nullable StatementEvent event;
    private @Nullable StatementTimer timer;
    private @Nullable ResultSet rows;
    private @Nullable StatementReuse home;
    private @Nullable EchoedRow echoed;
    private long count;
    private boolean ended;

    Cursor(StatementExecutor executor, PreparedStatement statement, String sql, StatementSubject subject,
            ExecuteSettings settings, @Nullable Execution execution, boolean isKept) {
        this.isKept = isKept;
        this.executor = executor;
        this.statement = statement;
        this.sql = sql;
        this.subject = subject;
        this.settings = settings;
        this.execution = execution;
    }

    /** A driver call on a statement. */
    @FunctionalInterface
    interface Call<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    /** Calls the driver. An exception is translated and ends this cursor. */
    <R> R call(Call<R> call) {
        executor.physical().enter();
        try {
            R answer = call.on(statement);
            executor.physical().leave();
            return answer;
        } catch (SQLException | RuntimeException | Error e) {
            throw failed(e);
        }
    }

    PreparedStatement statement() {
        return statement;
    }

    @Nullable
    Execution execution() {
        return execution;
    }

    StatementSubject subject() {
        return subject;
    }

    /** Records the execution, which begins now, unless the event is null. */
    void recording(@Nullable StatementEvent begun) {
        event = begun;
    }

    /** Called when the database has responded. */
    void responded(long changedRows) {
        if (timer != null) {
            timer.responded();
        }
        if (event != null) {
            event.end();
            event.changedRows = changedRows;
        }
    }

    /** Logs the last row when this cursor ends. */
    void echoing(EchoedRow row) {
        echoed = row;
    }

    /** Stores the number of changed rows, which some drivers return only once; -1 if the driver has none. */
    void counted(int rows) {
        count = Math.max(rows, 0);
    }

    long count() {
        return count;
    }

    void timer(@Nullable StatementTimer newTimer) {
        timer = newTimer;
    }

    /** Makes the statement reusable once it has completed. */
    void reusable(@Nullable StatementReuse place) {
        home = isKept ? place : null;
    }

    boolean hasRows() {
        return rows != null;
    }

    void rows(ResultSet newRows) {
        rows = newRows;
    }

    /** Returns the result set, which some drivers return only once. */
    ResultSet rows() {
        var open = rows;
        if (open == null) {
            throw new IllegalStateException("The statement returned no rows: " + sql);
        }
        return open;
    }

    @Override
    public RuntimeException failed(Throwable failure) {
        home = null;
        if (event != null) {
            event.error = failure.getClass().getSimpleName();
        }
        try {
            return executor.failed(failure, sql, execution);
        } finally {
            end();
        }
    }

    @Override
    public void doubted(Throwable failure) {
        home = null;
        executor.physical().doubted(failure);
    }

    @Override
    public void closed(RowReader reader) {
        executor.forget(reader);
        if (reader.rowsRead() > MOST_RETAINED_ROWS || executor.retainsRows() && !reader.isExhausted()) {
            home = null;
        }
        if (reader.isInDoubt()) {
            executor.physical().distrust(new IllegalStateException("reading a row did not end"), null);
        }
        if (event != null) {
            event.readRows = reader.rowsRead();
        }
        try {
            executor.read(this, reader.rowsRead());
        } finally {
            end();
        }
    }

    /** Releases the statement. A failure to do so does not affect what was read or written. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (event != null) {
            event.written(subject, sql, settings);
            event = null;
        }
        if (echoed != null) {
            echoed.flush();
        }
        boolean isCancelUnderWay = execution != null && execution.ends();
        var running = timer;
        if (running != null) {
            isCancelUnderWay |= running.stop();
            timer = null;
        }
        var open = rows;
        rows = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException | RuntimeException | Error e) {
            home = null;
            executor.closingFailed(e);
        }
        var place = home;
        try {
            if (place != null && place == executor.physical().statements()) {
                place.give(sql, statement);
            } else {
                statement.close();
            }
        } catch (SQLException | RuntimeException | Error e) {
            executor.closingFailed(e);
        } finally {
            if (isCancelUnderWay) {
                executor.physical().awaitsCancel(sql);
            }
        }
        executor.ended();
    }
}

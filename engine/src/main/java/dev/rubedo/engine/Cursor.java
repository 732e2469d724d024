package dev.rubedo.engine;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.result.RowReader;
import dev.rubedo.result.StatementOwner;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement while it is executed and its rows are read. Confined to one thread at a time. */
final class Cursor implements StatementOwner {

    private final StatementExecutor executor;
    private final PreparedStatement statement;
    private final String sql;
    private final @Nullable Execution execution;
    private @Nullable StatementTimer timer;
    private @Nullable ResultSet rows;
    private boolean ended;

    Cursor(StatementExecutor executor, PreparedStatement statement, String sql, @Nullable Execution execution) {
        this.executor = executor;
        this.statement = statement;
        this.sql = sql;
        this.execution = execution;
    }

    PreparedStatement statement() {
        return statement;
    }

    @Nullable
    Execution execution() {
        return execution;
    }

    void timer(@Nullable StatementTimer newTimer) {
        timer = newTimer;
    }

    void rows(ResultSet newRows) {
        rows = newRows;
    }

    /** Returns the rows, which some drivers give only once. */
    ResultSet rows() {
        var open = rows;
        if (open == null) {
            throw new IllegalStateException("The statement returned no rows: " + sql);
        }
        return open;
    }

    @Override
    public DatabaseException failed(SQLException failure) {
        var translated = executor.failed(failure, sql, execution, timer);
        end();
        return translated;
    }

    @Override
    public void closed(RowReader reader) {
        executor.forget(reader);
        end();
    }

    /** Frees the statement; what goes wrong thereby changes nothing any more. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        var running = timer;
        if (running != null) {
            running.stop();
            timer = null;
        }
        try {
            var open = rows;
            if (open != null) {
                rows = null;
                open.close();
            }
        } catch (SQLException e) {
            executor.ignored(e);
        }
        try {
            statement.close();
        } catch (SQLException e) {
            executor.ignored(e);
        }
    }
}

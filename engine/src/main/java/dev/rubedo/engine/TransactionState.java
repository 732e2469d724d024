package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DatabaseReport;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a connection. It begins with the first statement, ends with commit or rollback, and holds
 * savepoints. After a lost connection it is broken until it is rolled back. Confined to one thread at a time.
 */
final class TransactionState {

    private final Connection connection;
    private final PhysicalConnection physical;
    private final TransactionControl control;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private final boolean restsInAutoCommit;
    private boolean active;
    private boolean broken;
    private @Nullable DatabaseException loss;
    private boolean undone;
    private boolean autoCommit;
    private @Nullable Integer restoreIsolation;
    private boolean restoreReadOnly;
    private int savepointNumber;

    TransactionState(Connection connection, PhysicalConnection physical, TransactionControl control,
            boolean restsInAutoCommit) {
        this.restsInAutoCommit = restsInAutoCommit;
        this.autoCommit = restsInAutoCommit;
        this.connection = connection;
        this.physical = physical;
        this.control = control;
    }

    boolean isActive() {
        return active;
    }

    /** Begins a transaction unless one has begun. */
    void ensureBegun(boolean writes) {
        if (active) {
            requireIntact();
            return;
        }
        connection.applyAgainIfLost();
        var jdbc = physical.jdbc();
        if (autoCommit) {
            return;
        }
        physical.enter();
        try {
            control.begin(jdbc, writes);
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            throw physical.failed(e, "BEGIN");
        }
        active = true;
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterBegin(connection));
        }
    }

    void requireIntact() {
        if (broken) {
            throw lostBefore("");
        } else if (undone) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "The database has rolled back this transaction, as reported by an earlier exception (such as a deadlock). "
                            + "Call rollback() and repeat the transaction from its beginning.");
        }
    }

    /**
     * Returns an exception that repeats the loss of the connection as the same kind of error, so that nothing is
     * retried that may have been committed.
     */
    private DisconnectedException lostBefore(String attempt) {
        var cause = loss;
        String why = cause == null ? "" : " (" + cause.report().message() + ")";
        var failure = new DisconnectedException(new DatabaseReport(attempt
                + "The connection to the database was lost in this transaction" + why
                + ". Call rollback(); a new connection is then opened, and the transaction can be repeated.", "", "",
                cause == null ? "" : cause.sqlState(), 0, ""), cause);
        return cause instanceof DisconnectedException lost && lost.isOutcomeUnknown() ? failure.duringCommit()
                : failure;
    }

    /** Records that the database has rolled back the transaction on its own. */
    void undone() {
        undone = active;
    }

    /** Records that the physical connection is lost. */
    void lost(@Nullable DatabaseException cause) {
        broken = active;
        loss = cause;
        autoCommit = restsInAutoCommit;
        restoreIsolation = null;
        restoreReadOnly = false;
    }

    void commit() {
        if (!active) {
            return;
        }
        if (broken) {
            throw lostBefore("Cannot commit. ");
        }
        requireIntact();
        physical.enter();
        try {
            control.commit(physical.jdbc());
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            var failure = physical.failed(e, "COMMIT");
            if (failure instanceof DisconnectedException lost) {
                loss = lost.duringCommit();
                throw loss;
            }
            throw failure;
        }
        ended();
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterCommit(connection));
        }
    }

    void rollback() {
        if (!active) {
            return;
        }
        if (broken) {
            ended();
            return;
        }
        physical.enter();
        try {
            control.rollback(physical.jdbc());
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            var failure = physical.failed(e, "ROLLBACK");
            if (broken) {
                // lost together with the changes to roll back
                ended();
                return;
            }
            throw failure;
        }
        ended();
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterRollback(connection));
        }
    }

    private void ended() {
        active = false;
        broken = false;
        loss = null;
        undone = false;
        savepoints.forEach(Savepoint::end);
        savepoints.clear();
    }

    boolean isInSavepoint() {
        return !savepoints.isEmpty();
    }

    Savepoint savepoint() {
        ensureBegun(true);
        if (autoCommit) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "There are no savepoints in AUTOCOMMIT. Choose another isolation level.");
        }
        var savepoint = new Savepoint(this, "sp_" + ++savepointNumber, connection.readers());
        control("SAVEPOINT " + savepoint.name(), jdbc -> control.savepoint(jdbc, savepoint.name()));
        savepoints.push(savepoint);
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterSavepoint(connection, savepoint));
        }
        return savepoint;
    }

    void release(Savepoint savepoint) {
        requireIntact();
        connection.endReadersOf(savepoint);
        control("RELEASE SAVEPOINT " + savepoint.name(), jdbc -> control.release(jdbc, savepoint.name()));
        popThrough(savepoint);
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterReleaseSavepoint(connection, savepoint));
        }
    }

    void rollbackTo(Savepoint savepoint) {
        if (broken || undone) {
            popThrough(savepoint);
            return;
        }
        connection.endReadersOf(savepoint);
        control("ROLLBACK TO SAVEPOINT " + savepoint.name(), jdbc -> {
            control.rollbackTo(jdbc, savepoint.name());
            control.release(jdbc, savepoint.name());
        });
        popThrough(savepoint);
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterRollbackToSavepoint(connection, savepoint));
        }
    }

    private void popThrough(Savepoint savepoint) {
        while (!savepoints.isEmpty() && savepoint.isActive()) {
            savepoints.pop().end();
        }
    }

    /** Applies an isolation level to subsequent transactions. */
    void isolation(IsolationLevel level) {
        requireIdle("isolation level");
        if (level == IsolationLevel.AUTOCOMMIT && autoCommit) {
            return;
        }
        control("", jdbc -> {
            if (level == IsolationLevel.AUTOCOMMIT) {
                control.setAutoCommit(jdbc, true);
                autoCommit = true;
                return;
            }
            if (autoCommit) {
                control.setAutoCommit(jdbc, false);
                autoCommit = false;
            }
            if (restoreIsolation == null) {
                restoreIsolation = jdbc.getTransactionIsolation();
            }
            control.setIsolation(jdbc, level);
        });
    }

    void readOnly(boolean on) {
        if (on == restoreReadOnly) {
            return;
        }
        requireIdle("read-only mode");
        var dialect = connection.engine().dialect();
        if (on && !dialect.supports(Feature.READ_ONLY_TRANSACTIONS)) {
            throw new NotSupportedException(new DatabaseReport("The database \"" + dialect.name()
                    + "\" has no read-only transactions: writes would succeed. Leave readOnly() out, or connect as a user who "
                    + "may only read.", "", "", "", 0, ""), null);
        }
        control("", jdbc -> control.setReadOnly(jdbc, on));
        restoreReadOnly = on;
    }

    /** A driver call that controls transactions. */
    @FunctionalInterface
    private interface ControlCall {
        void on(java.sql.Connection jdbc) throws SQLException;
    }

    private void control(String sql, ControlCall call) {
        physical.enter();
        try {
            call.on(physical.jdbc());
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            throw physical.failed(e, sql);
        }
    }

    private void requireIdle(String what) {
        if (active) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "The " + what + " cannot change while a transaction is open. Call commit() or rollback() first.");
        }
    }

    /** Restores the original settings of the physical connection, before others use it. */
    void restore(java.sql.Connection jdbc) throws SQLException {
        if (autoCommit != restsInAutoCommit) {
            control.setAutoCommit(jdbc, restsInAutoCommit);
        }
        if (restoreReadOnly) {
            control.setReadOnly(jdbc, false);
        }
        Integer isolation = restoreIsolation;
        if (isolation != null) {
            for (var level : IsolationLevel.values()) {
                if (level.jdbc() == isolation) {
                    control.setIsolation(jdbc, level);
                }
            }
        }
    }

    IsolationLevel isolation() {
        if (autoCommit) {
            return IsolationLevel.AUTOCOMMIT;
        }
        var found = new IsolationLevel[1];
        control("", jdbc -> found[0] = level(jdbc.getTransactionIsolation()));
        return found[0];
    }

    private static IsolationLevel level(int jdbc) {
        for (var level : IsolationLevel.values()) {
            if (level.jdbc() == jdbc) {
                return level;
            }
        }
        return IsolationLevel.SERIALIZABLE;
    }
}

package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.TransactionControl;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a connection: begins with the first statement, ends with commit or rollback, holds savepoints. After a lost
 * connection it is broken until it is rolled back. Confined to one thread at a time.
 */
final class TransactionState {

    private final Connection connection;
    private final PhysicalConnection physical;
    private final TransactionControl control;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private final boolean restsInAutoCommit;
    private boolean active;
    private boolean broken;
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

    /** Begins unless begun. */
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
        try {
            control.begin(jdbc, writes);
        } catch (SQLException e) {
            throw physical.failed(e, "BEGIN");
        }
        active = true;
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterBegin(connection));
        }
    }

    private void requireIntact() {
        if (broken) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "The connection to the database was lost in this transaction. Call rollback(); the connection is then made anew.");
        } else if (undone) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "The database has rolled back this transaction, as it said in an exception before (a deadlock). "
                            + "Call rollback() and repeat the transaction from its beginning.");
        }
    }

    /** Notes that the database has rolled back the transaction by itself. */
    void undone() {
        undone = active;
    }

    /** Notes that the physical connection is gone. */
    void lost() {
        broken = active;
        autoCommit = restsInAutoCommit;
        restoreIsolation = null;
        restoreReadOnly = false;
    }

    void commit() {
        if (!active) {
            return;
        }
        if (broken) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "Cannot commit: the connection to the database was lost in this transaction. Call rollback() and repeat it.");
        }
        requireIntact();
        try {
            control.commit(physical.jdbc());
        } catch (SQLException e) {
            var failure = physical.failed(e, "COMMIT");
            throw failure instanceof DisconnectedException lost ? lost.duringCommit() : failure;
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
        try {
            control.rollback(physical.jdbc());
        } catch (SQLException e) {
            var failure = physical.failed(e, "ROLLBACK");
            if (broken) {
                // lost together with what was to be undone
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
        try {
            control.savepoint(physical.jdbc(), savepoint.name());
        } catch (SQLException e) {
            throw physical.failed(e, "SAVEPOINT " + savepoint.name());
        }
        savepoints.push(savepoint);
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterSavepoint(connection, savepoint));
        }
        return savepoint;
    }

    void release(Savepoint savepoint) {
        requireIntact();
        connection.endReadersOf(savepoint);
        try {
            control.release(physical.jdbc(), savepoint.name());
        } catch (SQLException e) {
            throw physical.failed(e, "RELEASE SAVEPOINT " + savepoint.name());
        }
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
        try {
            control.rollbackTo(physical.jdbc(), savepoint.name());
            control.release(physical.jdbc(), savepoint.name());
        } catch (SQLException e) {
            throw physical.failed(e, "ROLLBACK TO SAVEPOINT " + savepoint.name());
        }
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

    /** Applies an isolation level to the transactions to come. */
    void isolation(IsolationLevel level) {
        requireIdle("isolation level");
        try {
            var jdbc = physical.jdbc();
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
        } catch (SQLException e) {
            throw physical.failed(e, "");
        }
    }

    void readOnly(boolean on) {
        if (on == restoreReadOnly) {
            return;
        }
        requireIdle("read-only mode");
        try {
            control.setReadOnly(physical.jdbc(), on);
            restoreReadOnly = on;
        } catch (SQLException e) {
            throw physical.failed(e, "");
        }
    }

    private void requireIdle(String what) {
        if (active) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "The " + what + " cannot change while a transaction is open. Call commit() or rollback() first.");
        }
    }

    /** Gives the physical connection its own settings back, before others use it. */
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
        try {
            int number = physical.jdbc().getTransactionIsolation();
            for (var level : IsolationLevel.values()) {
                if (level.jdbc() == number) {
                    return level;
                }
            }
            return IsolationLevel.SERIALIZABLE;
        } catch (SQLException e) {
            throw physical.failed(e, "");
        }
    }
}

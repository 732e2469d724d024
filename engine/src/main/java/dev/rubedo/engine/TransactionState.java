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
 * The state of a connection's transaction. It begins with the first statement, ends with commit or rollback, and
 * contains savepoints. If the connection is lost, the transaction is unusable until it is rolled back. Confined to one
 * thread at a time.
 */
final class TransactionState {

    private final Connection connection;
    private final PhysicalConnection physical;
    private final TransactionControl control;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private final boolean restsInAutoCommit;
    private final EngineCounters counters;
    private boolean active;
    private boolean broken;
    private @Nullable DatabaseException loss;
    private boolean undone;
    /** Whether statements are rejected: the transaction is undone or prepared. */
    private boolean refuses;
    private @Nullable TwoPhaseTransaction twoPhase;
    private @Nullable Transaction handle;
    private boolean autoCommit;
    private @Nullable Integer restoreIsolation;
    private boolean restoreReadOnly;
    private boolean restoreDeferrable;
    private int savepointNumber;
    private @Nullable TransactionEvent event;

    TransactionState(Connection connection, PhysicalConnection physical, TransactionControl control,
            boolean restsInAutoCommit) {
        this.restsInAutoCommit = restsInAutoCommit;
        this.autoCommit = restsInAutoCommit;
        this.connection = connection;
        this.counters = connection.engine().counters();
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
        connection.tracker().begin();
        event = Recordings.transaction();
        physical.enter();
        try {
            control.begin(jdbc, writes);
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            throw physical.failed(e, "BEGIN");
        }
        active = true;
        counters.begun.increment();
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterBegin(connection));
        }
    }

    void requireIntact() {
        if (broken) {
            throw lostBefore("");
        } else if (refuses) {
            throw refusal();
        }
    }

    private RubedoException refusal() {
        var prepared = twoPhase;
        if (!undone && prepared != null) {
            return new RubedoException(ErrorCode.TRANSACTION_STATE, "Transaction \"" + prepared + "\" is prepared and "
                    + "can only be ended. Call commit() or rollback().");
        }
        return new RubedoException(ErrorCode.TRANSACTION_STATE,
                "The database has rolled back this transaction, as reported by an earlier exception (such as a "
                        + "deadlock). "
                        + "Call rollback() and repeat the transaction from its beginning.");
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
        refuses |= active;
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
        boolean isPrepared = isPrepared();
        if (!isPrepared) {
            requireIntact();
        }
        physical.enter();
        try {
            counters.roundTrips.increment();
            commit(physical.jdbc(), isPrepared);
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            var failure = physical.failed(e, "COMMIT");
            if (failure instanceof DisconnectedException lost) {
                loss = lost.duringCommit();
                connection.tracker().tell();
                throw loss;
            }
            throw failure;
        }
        ended(true);
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterCommit(connection));
        }
    }

    private boolean isPrepared() {
        var current = twoPhase;
        return current != null && current.isPrepared();
    }

    private void commit(java.sql.Connection jdbc, boolean isPrepared) throws SQLException {
        var current = twoPhase;
        if (current == null) {
            control.commit(jdbc);
        } else if (isPrepared) {
            connection.twoPhaseControl().commitPrepared(jdbc, current.xid());
        } else {
            connection.twoPhaseControl().commit(jdbc, current.xid());
        }
    }

    private void rollback(java.sql.Connection jdbc) throws SQLException {
        var current = twoPhase;
        if (current == null) {
            control.rollback(jdbc);
        } else if (current.isPrepared()) {
            connection.twoPhaseControl().rollbackPrepared(jdbc, current.xid());
        } else {
            connection.twoPhaseControl().rollback(jdbc, current.xid());
        }
    }

    /** Begins a transaction that can be prepared. */
    TwoPhaseTransaction beginTwoPhase(String xid) {
        var control2 = connection.twoPhaseControl();
        if (active) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "A transaction is already open and cannot become a two-phase transaction. Call commit() or "
                            + "rollback() before beginTwoPhase().");
        }
        connection.applyAgainIfLost();
        physical.jdbc();
        if (autoCommit) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "There are no transactions in the isolation level AUTOCOMMIT. Choose another one.");
        }
        connection.tracker().begin();
        event = Recordings.transaction();
        control("BEGIN", jdbc -> control2.begin(jdbc, xid));
        active = true;
        counters.begun.increment();
        var begun = new TwoPhaseTransaction(this, xid);
        twoPhase = begun;
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterBegin(connection));
            connection.fire(listener -> listener.afterBeginTwoPhase(connection, xid));
        }
        return begun;
    }

    void prepare(TwoPhaseTransaction transaction) {
        if (broken) {
            throw lostBefore("Cannot prepare. ");
        }
        requireIntact();
        connection.endReaders();
        control("PREPARE", jdbc -> connection.twoPhaseControl().prepare(jdbc, transaction.xid()));
        transaction.prepared();
        refuses = true;
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterPrepare(connection, transaction.xid()));
        }
    }

    /** Begins a transaction on request of the program. */
    Transaction begin() {
        if (active) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "A transaction is already open, possibly begun by an "
                            + "earlier statement. Call commit() or rollback() before begin(), or savepoint() for a "
                            + "part of it.");
        }
        ensureBegun(!restoreReadOnly);
        if (!active) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "There are no transactions in the isolation level AUTOCOMMIT. Choose another one.");
        }
        return handle();
    }

    /** Returns the current transaction, or null if none is open. */
    @Nullable
    Transaction current() {
        return active ? handle() : null;
    }

    private Transaction handle() {
        var known = handle;
        if (known == null) {
            known = new Transaction(connection);
            handle = known;
        }
        return known;
    }

    /** Returns the innermost savepoint, or null if there is none. */
    @Nullable
    Savepoint currentSavepoint() {
        return savepoints.peek();
    }

    @Nullable
    TwoPhaseTransaction twoPhase() {
        return twoPhase;
    }

    Connection connection() {
        return connection;
    }

    /** Executes a call outside a transaction. */
    void alone(String sql, ControlCall call) {
        requireIdle("prepared transactions");
        connection.applyAgainIfLost();
        control(sql, call);
    }

    void rollback() {
        if (!active) {
            return;
        }
        if (broken) {
            ended(false);
            return;
        }
        physical.enter();
        try {
            counters.roundTrips.increment();
            rollback(physical.jdbc());
            physical.leave();
        } catch (SQLException | RuntimeException | Error e) {
            var failure = physical.failed(e, "ROLLBACK");
            if (broken) {
                // lost together with the changes to roll back
                ended(false);
                return;
            }
            throw failure;
        }
        ended(false);
        if (connection.hasListeners()) {
            connection.fire(listener -> listener.afterRollback(connection));
        }
    }

    private void ended(boolean isCommitted) {
        (isCommitted ? counters.committed : counters.rolledBack).increment();
        if (event != null) {
            event.ended(isCommitted ? "committed" : broken ? "lost" : "rolled back");
            event = null;
        }
        active = false;
        broken = false;
        loss = null;
        undone = false;
        refuses = false;
        if (handle != null) {
            handle.end(isCommitted);
            handle = null;
        }
        if (twoPhase != null) {
            twoPhase.end();
            twoPhase = null;
        }
        savepoints.forEach(Savepoint::end);
        savepoints.clear();
        connection.tracker().ended(isCommitted);
    }

    boolean isInSavepoint() {
        return !savepoints.isEmpty();
    }

    Savepoint savepoint() {
        ensureBegun(!restoreReadOnly);
        if (autoCommit) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "There are no savepoints in the isolation level AUTOCOMMIT. Choose another one.");
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
                    + "\" has no read-only transactions: writes would succeed. Remove readOnly(), or connect as a "
                    + "user who "
                    + "may only read.", "", "", "", 0, ""), null);
        }
        control("", jdbc -> control.setReadOnly(jdbc, on));
        restoreReadOnly = on;
    }

    void deferrable(boolean on) {
        if (on == restoreDeferrable) {
            return;
        }
        requireIdle("deferrable mode");
        var dialect = connection.engine().dialect();
        if (on && !dialect.supports(Feature.DEFERRABLE_TRANSACTIONS)) {
            throw new NotSupportedException(new DatabaseReport("The database \"" + dialect.name()
                    + "\" has no deferrable transactions. Remove deferrable(...).", "", "", "", 0, ""), null);
        }
        control("", jdbc -> control.setDeferrable(jdbc, on));
        restoreDeferrable = on;
    }

    /** A driver call that controls transactions. */
    @FunctionalInterface
    interface ControlCall {
        void on(java.sql.Connection jdbc) throws SQLException;
    }

    private void control(String sql, ControlCall call) {
        counters.roundTrips.increment();
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
        if (restoreDeferrable) {
            control.setDeferrable(jdbc, false);
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

package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DatabaseReport;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.PooledConnection;
import dev.rubedo.sql.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The physical connection of a {@link Connection}: checked out from the pool and returned to it, or discarded and
 * replaced when it is lost.
 *
 * <p>Driver calls are enclosed by {@link #enter()} and {@link #leave()}; their exceptions are passed to
 * {@link #failed}. A driver that fails with anything but an {@code SQLException} may have stopped in the middle of a
 * response, the rest of which the next statement would receive. Such a connection is closed and never reused, and so is
 * one with a call that never ended. Confined to one thread at a time; use by a second thread is detected.
 */
final class PhysicalConnection {

    private static final Logger LOG = LoggerFactory.getLogger(PhysicalConnection.class);

    private final ConnectionPool pool;
    private final Backend backend;
    private final String place;
    private final Owner owner;
    /** The thread whose driver call has not ended. */
    private final AtomicReference<@Nullable Thread> caller = new AtomicReference<>();
    private @Nullable PooledConnection current;
    private boolean isDetached;
    private volatile boolean isAborted;
    private java.sql.@Nullable Connection jdbc;

    /**
     * @param place the database, for messages
     */
    PhysicalConnection(ConnectionPool pool, Backend backend, String place, Owner owner) {
        this.place = place;
        this.pool = pool;
        this.backend = backend;
        this.owner = owner;
    }

    /** A receiver of the events of a physical connection. Confined to one thread at a time. */
    interface Owner {

        /** Returns whether errors must not contain row values. */
        boolean hidesValues();

        /** Called after the connection was discarded. */
        void lost(@Nullable DatabaseException cause);

        /** Called after the database has rolled back the transaction on its own. */
        void undone();
    }

    /** Returns the JDBC connection, checked out from the pool if necessary. */
    java.sql.Connection jdbc() {
        var known = jdbc;
        return known == null ? checkOut() : known;
    }

    private java.sql.Connection checkOut() {
        try {
            var lent = pool.checkOut();
            isAborted = false;
            current = lent;
            jdbc = lent.jdbc();
            return lent.jdbc();
        } catch (SQLException e) {
            throw backend.errors().translateConnect(e, place);
        }
    }

    /**
     * Records that this thread calls the driver.
     *
     * @throws RubedoException if another thread is calling it, or a call of this thread did not end
     */
    void enter() {
        var other = caller.getAcquire();
        if (other != null) {
            refuse(other);
        }
        caller.setRelease(Thread.currentThread());
    }

    private void refuse(Thread other) {
        var self = Thread.currentThread();
        if (other != self) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE, "Thread \"" + self.getName()
                    + "\" uses a connection while thread \"" + other.getName() + "\" is using it. A connection "
                    + "belongs to one thread at a time: get another one from engine.connect().");
        }
        var failure = disconnected("A driver call did not end. Its connection was closed.", "", "", null);
        distrust(failure, failure);
        leave();
        throw failure;
    }

    /** Records that the call has ended, so that the connection is ready for the next one. */
    void leave() {
        caller.setRelease(null);
    }

    private boolean isInCall() {
        return caller.getAcquire() != null;
    }

    /** Announces that another thread closes the connection within a call: it is discarded, but the others are kept. */
    void aborts() {
        isAborted = true;
    }

    boolean isLost() {
        return jdbc == null;
    }

    /** Returns the pooled connection, or null if it was lost. */
    @Nullable
    PooledConnection current() {
        return current;
    }

    /** Returns the notes about the pooled connection, which is checked out if necessary. */
    Map<String, Object> info() {
        jdbc();
        return Objects.requireNonNull(current, "checked out").info();
    }

    /** Returns the connection's cached prepared statements, or null if it is lost. */
    @Nullable
    StatementReuse statements() {
        var lent = current;
        if (lent == null) {
            return null;
        }
        if (lent.attachment() instanceof StatementReuse kept) {
            return kept;
        }
        var made = new StatementReuse();
        lent.attach(made);
        return made;
    }

    /** Does the same as {@link #failed(Throwable, String, String)}, without values. */
    RuntimeException failed(Throwable failure, String sql) {
        return failed(failure, sql, "");
    }

    /**
     * Ends a failed driver call and returns the exception to throw. A connection that is lost or may be out of sync is
     * discarded. An {@code Error} is thrown unchanged, except for a stack overflow: a driver that parses SQL itself
     * fails in this way if the statement is nested too deeply.
     *
     * @param parameters the values if showing them is enabled, otherwise empty
     */
    RuntimeException failed(Throwable failure, String sql, String parameters) {
        var thrown = switch (failure) {
            case SQLException e -> refused(e, sql, parameters);
            case RubedoException e -> e;
            case RuntimeException e -> broken(e, sql, parameters);
            case StackOverflowError e -> {
                distrust(e, null);
                yield tooDeep(e);
            }
            case Error e -> {
                distrust(e, null);
                leave();
                throw e;
            }
            case Throwable e -> throw new IllegalArgumentException(e);
        };
        if (caller.getAcquire() == Thread.currentThread()) {
            leave();
        }
        return thrown;
    }

    private static InvalidStatementException tooDeep(StackOverflowError cause) {
        var failure = new InvalidStatementException("The driver ran out of stack: the statement is probably nested "
                + "too deeply for its parser. Add the branches of a CASE with when(...), pass all parts of "
                + "conditions, functions and unions at once, or run it in a thread with a larger stack. The "
                + "connection was closed.");
        failure.initCause(cause);
        return failure;
    }

    private DatabaseException refused(SQLException failure, String sql, String parameters) {
        var translated = owner.hidesValues() ? backend.errors().translateWithoutValues(failure, sql)
                : backend.errors().translate(failure, sql, parameters);
        if (isAborted) {
            var lost = disconnected(
                    "The connection was closed, because the statement did not end when it was cancelled.",
                    sql, parameters, failure);
            distrust(failure, lost);
            return lost;
        }
        if (backend.errors().isDisconnect(failure) || isClosed()) {
            invalidate(failure, translated);
        } else if (backend.errors().endsTransaction(failure)) {
            owner.undone();
        } else if (translated.code() == ErrorCode.DATABASE && hidesAnother(failure) && !answersInTurn()) {
            distrust(failure, translated);
        }
        return translated;
    }

    /** Returns whether the driver wrapped an unexpected exception. */
    private static boolean hidesAnother(SQLException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException || cause instanceof Error || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private DisconnectedException broken(RuntimeException failure, String sql, String parameters) {
        var translated = disconnected(outOfStep(failure), sql, parameters, failure);
        distrust(failure, translated);
        return translated;
    }

    private static String outOfStep(Throwable failure) {
        return "The driver failed with " + failure
                + ". Its connection was closed, because it may have stopped in the middle of a response.";
    }

    private static DisconnectedException disconnected(String message, String sql, String parameters,
            @Nullable Throwable cause) {
        return new DisconnectedException(new DatabaseReport(message, sql, parameters, "", 0, ""), cause);
    }

    /**
     * Ends the reading of a value that failed in a codec, which may be due to the driver or to user code. The
     * connection is kept if it still responds correctly.
     */
    void doubted(Throwable failure) {
        if (failure instanceof Error || !isLost() && !answersInTurn()) {
            distrust(failure, null);
        }
    }

    /** Tests the connection with a query whose result is unique. */
    private boolean answersInTurn() {
        int number = ThreadLocalRandom.current().nextInt(1 << 20, Integer.MAX_VALUE);
        String sql = backend.dialect().compile(Sql.select(Sql.literal(number))).sql();
        try (var statement = jdbc().createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getInt(1) == number && !rows.next();
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private boolean isClosed() {
        var known = jdbc;
        try {
            return known != null && known.isClosed();
        } catch (SQLException | RuntimeException e) {
            return true;
        }
    }

    /** Discards this connection, because a request to cancel its last statement may still arrive. */
    void awaitsCancel(String sql) {
        var lost = disconnected(
                "The connection was closed, because a request to cancel its statement took so long that it"
                        + " may arrive later and end another statement.",
                sql, "", null);
        distrust(lost, lost);
    }

    /** Discards the connection, and all older ones in the pool, because the database was lost. */
    private void invalidate(SQLException cause, DatabaseException translated) {
        if (current != null) {
            pool.invalidateAll();
            distrust(cause, translated);
        }
    }

    /** Discards only this connection, because its state is unknown. */
    void distrust(Throwable cause, @Nullable DatabaseException translated) {
        if (current != null) {
            discard(cause);
            owner.lost(translated == null ? disconnected(outOfStep(cause), "", "", cause) : translated);
        }
    }

    /** Discards only this connection, without notifying a transaction on it. */
    void discard(@Nullable Throwable cause) {
        var unfit = current;
        if (unfit != null) {
            current = null;
            jdbc = null;
            leave();
            if (isDetached) {
                close(unfit);
            } else {
                pool.invalidate(unfit, cause);
            }
        }
    }

    /** Makes the pool close the connection when it is checked in. */
    void retire() {
        jdbc();
        Objects.requireNonNull(current, "checked out").retire();
    }

    /** Removes the connection from the pool; it is closed instead of being checked in. */
    void detach() {
        jdbc();
        var lent = Objects.requireNonNull(current, "checked out");
        if (!isDetached) {
            pool.detach(lent);
            isDetached = true;
        }
    }

    private void close(PooledConnection detached) {
        isDetached = false;
        try {
            detached.jdbc().close();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Closing {} failed", detached, e);
        }
    }

    void checkIn() {
        var returned = current;
        if (returned == null) {
            return;
        }
        if (isInCall()) {
            discard(null);
            return;
        }
        current = null;
        jdbc = null;
        if (isDetached) {
            close(returned);
        } else {
            pool.checkIn(returned);
        }
    }
}

package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DatabaseReport;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.PooledConnection;
import dev.rubedo.sql.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The physical connection under a {@link Connection}: taken from the pool, given back, thrown away when it is lost and
 * taken anew.
 *
 * <p>Calls of the driver stand between {@link #enter()} and {@link #leave()}; what they throw goes through
 * {@link #failed}. A driver that fails otherwise than by an {@code SQLException} may have stopped in the middle of an
 * answer, and the next statement would get the rest of it. Such a connection is closed, never reused; so is one whose
 * call never ended. Confined to one thread at a time, and a second thread is noticed.
 */
final class PhysicalConnection {

    private final ConnectionPool pool;
    private final Backend backend;
    private final Owner owner;
    /** The thread whose call of the driver has not ended. */
    private final AtomicReference<@Nullable Thread> caller = new AtomicReference<>();
    private @Nullable PooledConnection current;
    private java.sql.@Nullable Connection jdbc;

    PhysicalConnection(ConnectionPool pool, Backend backend, Owner owner) {
        this.pool = pool;
        this.backend = backend;
        this.owner = owner;
    }

    /** Hears what becomes of the connection. Confined to one thread at a time. */
    interface Owner {

        /** Called after the connection was thrown away. */
        void lost(@Nullable DatabaseException cause);

        /** Called when the database has rolled back the transaction by itself. */
        void undone();
    }

    /** Returns the JDBC connection, taken from the pool if there is none. */
    java.sql.Connection jdbc() {
        var known = jdbc;
        return known == null ? checkOut() : known;
    }

    private java.sql.Connection checkOut() {
        try {
            var lent = pool.checkOut();
            current = lent;
            jdbc = lent.jdbc();
            return lent.jdbc();
        } catch (SQLException e) {
            throw backend.errors().translate(e, "", "");
        }
    }

    /**
     * Notes that this thread calls the driver.
     *
     * @throws RubedoException
     *             if another thread does so now, or a call of this thread did not end
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
                    + "\" uses a connection while thread \"" + other.getName()
                    + "\" is in it. A connection belongs to one thread at a time: take another one from engine.connect().");
        }
        var failure = disconnected("A call of the driver did not end. Its connection was closed.", "", "", null);
        distrust(failure, failure);
        leave();
        throw failure;
    }

    /** Notes that the call has ended, so that the connection is ready for the next. */
    void leave() {
        caller.setRelease(null);
    }

    private boolean isInCall() {
        return caller.getAcquire() != null;
    }

    boolean isLost() {
        return jdbc == null;
    }

    /** Returns the connection in the pool's records, null if it was lost. */
    @Nullable
    PooledConnection current() {
        return current;
    }

    /** Returns the prepared statements that the connection keeps; null if it is lost. */
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

    /** As {@link #failed(Throwable, String, String)}, without values. */
    RuntimeException failed(Throwable failure, String sql) {
        return failed(failure, sql, "");
    }

    /**
     * Ends a call of the driver that failed, and returns the exception to throw. A connection that is lost or may be
     * out of step is thrown away. An {@code Error} is thrown as it is.
     *
     * @param parameters the values where showing them is allowed, else empty
     */
    RuntimeException failed(Throwable failure, String sql, String parameters) {
        var thrown = switch (failure) {
            case SQLException e -> refused(e, sql, parameters);
            case RubedoException e -> e;
            case RuntimeException e -> broken(e, sql, parameters);
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

    private DatabaseException refused(SQLException failure, String sql, String parameters) {
        var translated = backend.errors().translate(failure, sql, parameters);
        if (backend.errors().isDisconnect(failure) || isClosed()) {
            invalidate(failure, translated);
        } else if (backend.errors().endsTransaction(failure)) {
            owner.undone();
        } else if (translated.code() == ErrorCode.DATABASE && hidesAnother(failure) && !answersInTurn()) {
            distrust(failure, translated);
        }
        return translated;
    }

    /** Says whether the driver wrapped what it had not expected. */
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
                + ". Its connection was closed, since it may have stopped in the middle of an answer.";
    }

    private static DisconnectedException disconnected(String message, String sql, String parameters,
            @Nullable Throwable cause) {
        return new DisconnectedException(new DatabaseReport(message, sql, parameters, "", 0, ""), cause);
    }

    /**
     * Ends the reading of a value that failed in a codec, which is code of the driver and of users in one: the
     * connection stays if it still answers what it is asked.
     */
    void doubted(Throwable failure) {
        if (failure instanceof Error || !isLost() && !answersInTurn()) {
            distrust(failure, null);
        }
    }

    /** Asks what no other question has as its answer. */
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

    /** Throws the connection away, and with it all that are older: the database was lost. */
    private void invalidate(SQLException cause, DatabaseException translated) {
        if (current != null) {
            pool.invalidateAll();
            distrust(cause, translated);
        }
    }

    /** Throws only this connection away, since nobody knows what it would answer. */
    void distrust(Throwable cause, @Nullable DatabaseException translated) {
        if (current != null) {
            discard(cause);
            owner.lost(translated == null ? disconnected(outOfStep(cause), "", "", cause) : translated);
        }
    }

    /** Throws only this connection away; a transaction on it is not heard of it. */
    void discard(@Nullable Throwable cause) {
        var unfit = current;
        if (unfit != null) {
            current = null;
            jdbc = null;
            leave();
            pool.invalidate(unfit, cause);
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
        pool.checkIn(returned);
    }
}

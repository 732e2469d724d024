package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.pool.ConnectionPool;
import dev.rubedo.pool.PooledConnection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The physical connection under a {@link Connection}: taken from the pool, given back, thrown away when it is lost and taken anew.
 * Confined to one thread at a time.
 */
final class PhysicalConnection {

    private final ConnectionPool pool;
    private final Backend backend;
    private final Runnable onLoss;
    private final Runnable onUndo;
    private @Nullable PooledConnection current;
    private java.sql.@Nullable Connection jdbc;

    PhysicalConnection(ConnectionPool pool, Backend backend, Runnable onLoss, Runnable onUndo) {
        this.pool = pool;
        this.backend = backend;
        this.onLoss = onLoss;
        this.onUndo = onUndo;
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

    boolean isLost() {
        return jdbc == null;
    }

    /** Returns the connection in the pool's records, null if it was lost. */
    @Nullable
    PooledConnection current() {
        return current;
    }

    /** Returns the exception to throw for a failure of the driver; a lost connection is thrown away. */
    DatabaseException failed(SQLException failure, String sql) {
        return failed(failure, sql, "");
    }

    /** As above, with the values where showing them is allowed. */
    DatabaseException failed(SQLException failure, String sql, String parameters) {
        var translated = backend.errors().translate(failure, sql, parameters);
        if (backend.errors().isDisconnect(failure) || isClosed()) {
            invalidate(failure);
        } else if (backend.errors().endsTransaction(failure)) {
            onUndo.run();
        }
        return translated;
    }

    private boolean isClosed() {
        var known = jdbc;
        try {
            return known != null && known.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Throws the connection away, and with it all that are older. */
    void invalidate(@Nullable Throwable cause) {
        var lost = current;
        if (lost != null) {
            current = null;
            jdbc = null;
            onLoss.run();
            pool.invalidateAll();
            pool.invalidate(lost, cause);
        }
    }

    /** Throws only this connection away, since it could not be made fit for others. */
    void discard(@Nullable Throwable cause) {
        var unfit = current;
        if (unfit != null) {
            current = null;
            jdbc = null;
            pool.invalidate(unfit, cause);
        }
    }

    void checkIn() {
        var returned = current;
        if (returned != null) {
            current = null;
            jdbc = null;
            pool.checkIn(returned);
        }
    }
}

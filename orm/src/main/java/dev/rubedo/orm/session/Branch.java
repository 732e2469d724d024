package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DisconnectedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One database of a session's transaction. Confined to one thread at a time. */
final class Branch {

    private final Engine engine;
    private final boolean closesConnection;
    private @Nullable Connection connection;
    private @Nullable JoinedTransaction joined;
    private String xid = "";
    private boolean mayBePrepared;
    private boolean isUnsure;

    /** @param closesConnection whether the connection is the session's own */
    Branch(Engine engine, boolean closesConnection) {
        this.engine = engine;
        this.closesConnection = closesConnection;
    }

    Engine engine() {
        return engine;
    }

    /** Returns whether the connection is the session's own. */
    boolean isOwn() {
        return closesConnection;
    }

    /** Returns the connection, or null if none is open. */
    @Nullable
    Connection connection() {
        return connection;
    }

    /** Returns the transaction that the session takes part in, or null if it has not begun here. */
    @Nullable
    JoinedTransaction joined() {
        return joined;
    }

    /** Returns the connection, which is opened if there is none. */
    Connection open(SessionConnector connector) {
        Connection open = connection != null ? connection : connector.connect(engine);
        connection = open;
        return open;
    }

    /** @param xid the identifier of this part of a transaction of two phases in several databases, otherwise empty */
    void join(JoinedTransaction transaction, String xid) {
        joined = transaction;
        this.xid = xid;
        mayBePrepared = false;
        isUnsure = false;
    }

    String xid() {
        return xid;
    }

    /** Prepares the transaction. */
    void prepare() {
        mayBePrepared = true;
        try {
            Objects.requireNonNull(joined, "joined").prepare();
        } catch (DisconnectedException e) {
            isUnsure = true;
            throw e;
        }
    }

    /** Returns whether the database keeps the transaction if its connection is lost. */
    boolean mayBePrepared() {
        return mayBePrepared;
    }

    /** Returns whether the connection was lost while the transaction was prepared. */
    boolean isUnsure() {
        return isUnsure;
    }

    /** Ends the part of this database, and closes the connection if it is the session's own. */
    void end() {
        joined = null;
        Connection open = connection;
        if (open != null && closesConnection) {
            connection = null;
            open.close();
        }
    }

    void invalidate() {
        if (connection != null) {
            connection.invalidate();
        }
    }

    /**
     * Ends the part of this database without a commit. Returns whether that rolls back.
     */
    boolean close() {
        Connection open = connection;
        JoinedTransaction transaction = joined;
        joined = null;
        connection = null;
        if (open != null && closesConnection) {
            open.close();
            return true;
        }
        return transaction == null || transaction.leave();
    }
}

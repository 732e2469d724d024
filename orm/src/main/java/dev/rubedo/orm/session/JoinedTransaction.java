package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.engine.Transaction;
import dev.rubedo.engine.TwoPhaseTransaction;
import dev.rubedo.orm.error.ObjectStateException;
import org.jspecify.annotations.Nullable;

/**
 * The participation of a session in the transaction of its connection, by its {@link JoinMode}. Used for one
 * transaction of the session. Confined to one thread at a time.
 */
final class JoinedTransaction {

    private final Connection connection;
    private final boolean isOwn;
    private final @Nullable Savepoint savepoint;
    private @Nullable Transaction written;

    private JoinedTransaction(Connection connection, boolean isOwn, @Nullable Savepoint savepoint) {
        this.connection = connection;
        this.isOwn = isOwn;
        this.savepoint = savepoint;
    }

    /** @param xid the identifier of a transaction of two phases, or empty for a new one */
    static JoinedTransaction join(Connection connection, JoinMode mode, boolean twoPhase, String xid) {
        if (!connection.isInTransaction()) {
            if (!xid.isEmpty()) {
                connection.beginTwoPhase(xid);
            } else if (twoPhase) {
                connection.beginTwoPhase();
            }
            return new JoinedTransaction(connection, true, null);
        }
        return switch (mode) {
            case CONTROL_FULLY -> new JoinedTransaction(connection, true, null);
            case ROLLBACK_ONLY -> new JoinedTransaction(connection, false, null);
            case CREATE_SAVEPOINT -> new JoinedTransaction(connection, false, connection.savepoint());
            case CONDITIONAL_SAVEPOINT ->
                new JoinedTransaction(connection, false, connection.isInSavepoint() ? connection.savepoint() : null);
        };
    }

    void prepare() {
        TwoPhaseTransaction transaction = connection.twoPhase().filter(current -> isOwn)
                .orElseThrow(() -> new ObjectStateException(
                        "The transaction of this session cannot be prepared, because it does not have two phases. "
                                + "Use SessionFactory.builder(...).twoPhase(true), with a connection without an open transaction."));
        transaction.prepare();
    }

    /** Remembers the transaction of the connection in which the session has written last. */
    void wrote() {
        if (written == null || written.isCommitted()) {
            written = connection.transaction().orElse(null);
        }
    }

    void commit() {
        if (written != null && !written.isActive() && !written.isCommitted()) {
            throw new ObjectStateException(
                    "The transaction in which this session wrote was rolled back on its connection,"
                            + " so that it cannot be committed. Call rollback(). To end a transaction of a session, call commit() and"
                            + " rollback() of the session, not those of its connection.");
        }
        if (savepoint != null) {
            savepoint.commit();
        } else if (isOwn) {
            connection.commit();
        }
    }

    void rollback() {
        if (connection.isClosed()) {
            // that rolled back
            return;
        }
        if (savepoint == null) {
            connection.rollback();
        } else if (savepoint.isActive()) {
            savepoint.rollback();
        }
    }

    /** Ends the participation of a session that has not committed. Returns true if that rolls back. */
    boolean leave() {
        boolean rollsBack = isOwn || savepoint != null;
        if (rollsBack) {
            rollback();
        }
        return rollsBack;
    }
}

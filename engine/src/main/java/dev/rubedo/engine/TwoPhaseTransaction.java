package dev.rubedo.engine;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A transaction that is committed in two phases, together with those of other databases: {@link #prepare()} all of
 * them, then {@link #commit()} all of them. A prepared transaction that has lost its connection can be ended through
 * any other connection by {@link Connection#commitPrepared} or {@link Connection#rollbackPrepared}. Closing this
 * transaction without {@code commit()} rolls it back. Confined to one thread at a time.
 */
public final class TwoPhaseTransaction implements AutoCloseable {

    private static final Pattern XID = Pattern.compile("[A-Za-z0-9_.:@-]{1,64}");

    private final TransactionState transaction;
    private final String xid;
    private boolean prepared;
    private boolean ended;

    TwoPhaseTransaction(TransactionState transaction, String xid) {
        this.transaction = transaction;
        this.xid = xid;
    }

    /** Returns a new unique identifier. */
    static String newXid() {
        return "rubedo-" + UUID.randomUUID();
    }

    /** Rejects identifiers that some database would reject or truncate. */
    static String checked(String xid) {
        if (!XID.matcher(xid).matches()) {
            throw new IllegalArgumentException(
                    "A transaction identifier must consist of 1 to 64 letters, digits and - _ . : @,"
                            + " got \"" + xid + "\"");
        }
        return xid;
    }

    /** Returns the identifier of this transaction in the database. */
    public String xid() {
        return xid;
    }

    /** Returns whether this transaction was prepared and has not ended. */
    public boolean isPrepared() {
        return prepared && !ended;
    }

    /** Returns whether this transaction has not ended. */
    public boolean isActive() {
        return !ended;
    }

    /**
     * Prepares the transaction: the database guarantees that it can be committed. Only {@code commit()} and
     * {@code rollback()} are possible afterwards.
     *
     * @throws dev.rubedo.error.DatabaseException if the database cannot guarantee it; the transaction must then be
     *     rolled back
     */
    public void prepare() {
        ensureActive("prepare");
        if (!prepared) {
            transaction.prepare(this);
        }
    }

    void prepared() {
        prepared = true;
    }

    /** Commits the transaction, in one phase if it was not prepared. */
    public void commit() {
        ensureActive("commit");
        transaction.connection().commit();
    }

    /** Rolls the transaction back, even if it was prepared. */
    public void rollback() {
        ensureActive("roll back");
        transaction.connection().rollback();
    }

    /** Rolls back this transaction unless it has ended. */
    @Override
    public void close() {
        if (!ended) {
            transaction.connection().rollback();
        }
    }

    void end() {
        ended = true;
    }

    private void ensureActive(String what) {
        if (ended) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE, "Cannot " + what + " transaction \"" + xid
                    + "\": it has already ended. Begin another one.");
        }
    }

    @Override
    public String toString() {
        return xid;
    }
}

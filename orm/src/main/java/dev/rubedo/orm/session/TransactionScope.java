package dev.rubedo.orm.session;

/**
 * The transaction of a session or one of the savepoints in it. Immutable.
 *
 * @param depth 0 for the transaction, 1 for a savepoint in it, 2 for a savepoint in that one
 */
public record TransactionScope(int depth) {

    /** Checks the depth. */
    public TransactionScope {
        if (depth < 0) {
            throw new IllegalArgumentException("depth " + depth + ": the transaction has depth 0");
        }
    }

    /** Returns whether this is a savepoint. */
    public boolean isSavepoint() {
        return depth > 0;
    }
}

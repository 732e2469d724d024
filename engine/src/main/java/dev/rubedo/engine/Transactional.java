package dev.rubedo.engine;

/**
 * A block that runs in a transaction.
 *
 * @param <C> what it works with: a connection or a session
 * @param <X> what it may throw; the transaction is rolled back then
 */
@FunctionalInterface
public interface Transactional<C, X extends Exception> {

    /** Runs the block. */
    void run(C context) throws X;
}

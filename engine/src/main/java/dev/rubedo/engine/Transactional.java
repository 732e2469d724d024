package dev.rubedo.engine;

/**
 * A block that runs in a transaction.
 *
 * @param <C> the context: a connection or a session
 * @param <X> the exception it may throw, which rolls the transaction back
 */
@FunctionalInterface
public interface Transactional<C, X extends Exception> {

    /** Runs the block. */
    void run(C context) throws X;
}

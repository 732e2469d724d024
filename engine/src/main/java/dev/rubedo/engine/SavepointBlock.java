package dev.rubedo.engine;

/**
 * A block that runs in a savepoint.
 *
 * @param <X> the exception it may throw, which rolls the savepoint back
 */
@FunctionalInterface
public interface SavepointBlock<X extends Exception> {

    /** Runs the block. */
    void run() throws X;
}

package dev.rubedo.engine;

/**
 * A block that runs in a savepoint.
 *
 * @param <X> what it may throw; the savepoint is rolled back then
 */
@FunctionalInterface
public interface SavepointBlock<X extends Exception> {

    /** Runs the block. */
    void run() throws X;
}

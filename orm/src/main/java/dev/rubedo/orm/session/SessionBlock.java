package dev.rubedo.orm.session;

/**
 * A block that runs within a session.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface SessionBlock<X extends Exception> {

    /** Runs the block. */
    void run() throws X;
}

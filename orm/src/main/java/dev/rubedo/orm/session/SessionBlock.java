package dev.rubedo.orm.session;

/**
 * A block of code that runs in a session.
 *
 * @param <X> the type of exception that the block may throw
 */
@FunctionalInterface
public interface SessionBlock<X extends Exception> {

    /** Runs the block. */
    void run() throws X;
}

package dev.rubedo.engine;

import org.jspecify.annotations.Nullable;

/**
 * A block that runs in a transaction and returns a value.
 *
 * @param <C> the context: a connection or a session
 * @param <R> the type of the value
 * @param <X> the exception it may throw, which rolls the transaction back
 */
@FunctionalInterface
public interface TransactionalValue<C, R extends @Nullable Object, X extends Exception> {

    /** Runs the block and returns its value. */
    R run(C context) throws X;
}

package dev.rubedo.engine;

import org.jspecify.annotations.Nullable;

/**
 * A block that runs in a transaction and gives a value.
 *
 * @param <C> what it works with: a connection or a session
 * @param <R> the value
 * @param <X> what it may throw; the transaction is rolled back then
 */
@FunctionalInterface
public interface TransactionalValue<C, R extends @Nullable Object, X extends Exception> {

    /** Runs the block and returns its value. */
    R run(C context) throws X;
}

package dev.rubedo.engine;

import org.jspecify.annotations.Nullable;

/**
 * A block that runs in a savepoint and has a result.
 *
 * @param <R> the type of the result
 * @param <X> the exception it may throw, which rolls the savepoint back
 */
@FunctionalInterface
public interface SavepointValue<R extends @Nullable Object, X extends Exception> {

    /** Runs the block. */
    R run() throws X;
}

package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A constructor or method that creates an object from 3 values. Thread-safe.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 * @param <R> the type of the object
 */
@FunctionalInterface
public interface Into3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Creates the object.
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     */
    R build(A a, B b, C c);
}

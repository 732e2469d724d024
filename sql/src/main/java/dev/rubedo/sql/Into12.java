package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A constructor or method that creates an object from 12 values. Thread-safe.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 * @param <D> the type of value 4
 * @param <E> the type of value 5
 * @param <F> the type of value 6
 * @param <G> the type of value 7
 * @param <H> the type of value 8
 * @param <I> the type of value 9
 * @param <J> the type of value 10
 * @param <K> the type of value 11
 * @param <L> the type of value 12
 * @param <R> the type of the object
 */
@FunctionalInterface
public interface Into12<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object, R extends @Nullable Object> {
    /**
     * Creates the object.
     *
     * @param a value 1
     * @param b value 2
     * @param c value 3
     * @param d value 4
     * @param e value 5
     * @param f value 6
     * @param g value 7
     * @param h value 8
     * @param i value 9
     * @param j value 10
     * @param k value 11
     * @param l value 12
     */
    R build(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
}

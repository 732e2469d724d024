package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that create objects from several values of a row. Java has no type for "a function of n values", so there
 * is an overload for each number of values; records with more components are read with {@code Result.as(...)}.
 * Immutable.
 */
public class Projections extends Functions {
    /** For subclasses only; there are no instances. */
    protected Projections() {}

    /**
     * Creates an object from 2 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From2<? super A, ? super B, ? extends R> build, Projection<A> a, Projection<B> b) {
        return combine(build, v -> build.build((A) v[0], (B) v[1]), a, b);
    }

    /**
     * Creates an object from 3 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From3<? super A, ? super B, ? super C, ? extends R> build, Projection<A> a, Projection<B> b,
            Projection<C> c) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2]), a, b, c);
    }

    /**
     * Creates an object from 4 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From4<? super A, ? super B, ? super C, ? super D, ? extends R> build, Projection<A> a, Projection<B> b,
            Projection<C> c, Projection<D> d) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3]), a, b, c, d);
    }

    /**
     * Creates an object from 5 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> build, Projection<A> a,
            Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]), a, b, c, d, e);
    }

    /**
     * Creates an object from 6 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]), a, b, c, d,
                e, f);
    }

    /**
     * Creates an object from 7 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f,
            Projection<G> g) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]), a,
                b, c, d, e, f, g);
    }

    /**
     * Creates an object from 8 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From8<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f,
            Projection<G> g, Projection<H> h) {
        return combine(build,
                v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7]), a, b,
                c, d, e, f, g, h);
    }

    /**
     * Creates an object from 9 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From9<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, ? super I, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f,
            Projection<G> g, Projection<H> h, Projection<I> i) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6],
                (H) v[7], (I) v[8]), a, b, c, d, e, f, g, h, i);
    }

    /**
     * Creates an object from 10 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From10<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, ? super I, ? super J, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f,
            Projection<G> g, Projection<H> h, Projection<I> i, Projection<J> j) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6],
                (H) v[7], (I) v[8], (J) v[9]), a, b, c, d, e, f, g, h, i, j);
    }

    /**
     * Creates an object from 11 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From11<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, ? super I, ? super J, ? super K, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f,
            Projection<G> g, Projection<H> h, Projection<I> i, Projection<J> j, Projection<K> k) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6],
                (H) v[7], (I) v[8], (J) v[9], (K) v[10]), a, b, c, d, e, f, g, h, i, j, k);
    }

    /**
     * Creates an object from 12 values for each row.
     *
     * @param build a constructor or method that takes the values in this order
     */
    @SuppressWarnings("unchecked")
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object, R extends @Nullable Object> Into<R> into(
            Into.From12<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? super H, ? super I, ? super J, ? super K, ? super L, ? extends R> build,
            Projection<A> a, Projection<B> b, Projection<C> c, Projection<D> d, Projection<E> e, Projection<F> f,
            Projection<G> g, Projection<H> h, Projection<I> i, Projection<J> j, Projection<K> k, Projection<L> l) {
        return combine(build, v -> build.build((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6],
                (H) v[7], (I) v[8], (J) v[9], (K) v[10], (L) v[11]), a, b, c, d, e, f, g, h, i, j, k, l);
    }

    private static <R extends @Nullable Object> Into<R> combine(Object target, Into.Builder<R> call,
            Projection<?>... parts) {
        return new Into<>(List.of(parts), new IntoBuilder<>(target, call));
    }
}

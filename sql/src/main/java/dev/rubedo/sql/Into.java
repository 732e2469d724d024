package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several projections combined into one object for each row. Immutable.
 *
 * @param <R> the type of the object
 * @param parts the projections that supply the values
 * @param builder creates the object from the values
 */
public record Into<R extends @Nullable Object>(List<Projection<?>> parts, Builder<R> builder) implements Projection<R> {

    /** Checks the components. */
    public Into {
        parts = List.copyOf(parts);
        Objects.requireNonNull(builder, "builder");
    }

    @Override
    public void describe(Structure out) {
        out.projections(parts);
        out.aside(builder);
    }

    @Override
    public Into<R> rewrite(Rewriter rewriter) {
        var changed = Rewriter.list(parts, rewriter::projection);
        return Rewriter.same(changed, parts) ? this : new Into<>(changed, builder);
    }

    @Override
    public String toString() {
        return "into" + parts;
    }

    /**
     * Creates an object from the values of its parts. Thread-safe.
     *
     * @param <R> the type of the object
     */
    @FunctionalInterface
    public interface Builder<R extends @Nullable Object> {
        /**
         * Creates an object.
         *
         * @param values one value for each part, in their order
         */
        R build(@Nullable Object[] values);
    }

    /** A constructor or method with 2 parameters. Thread-safe. */
    @FunctionalInterface
    public interface From2<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b);
    }

    /** A constructor or method of 3 values. Thread-safe. */
    @FunctionalInterface
    public interface From3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c);
    }

    /** A constructor or method of 4 values. Thread-safe. */
    @FunctionalInterface
    public interface From4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d);
    }

    /** A constructor or method of 5 values. Thread-safe. */
    @FunctionalInterface
    public interface From5<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e);
    }

    /** A constructor or method of 6 values. Thread-safe. */
    @FunctionalInterface
    public interface From6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f);
    }

    /** A constructor or method of 7 values. Thread-safe. */
    @FunctionalInterface
    public interface From7<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f, G g);
    }

    /** A constructor or method of 8 values. Thread-safe. */
    @FunctionalInterface
    public interface From8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** A constructor or method of 9 values. Thread-safe. */
    @FunctionalInterface
    public interface From9<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    /** A constructor or method of 10 values. Thread-safe. */
    @FunctionalInterface
    public interface From10<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }

    /** A constructor or method of 11 values. Thread-safe. */
    @FunctionalInterface
    public interface From11<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    }

    /** A constructor or method of 12 values. Thread-safe. */
    @FunctionalInterface
    public interface From12<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object, R extends @Nullable Object> {
        /** Creates the object. */
        R build(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
    }
}

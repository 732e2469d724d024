package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several projections made into one object for each row. Immutable.
 *
 * @param <R> the object
 * @param parts what the object is made of
 * @param builder makes the object of the values
 */
public record Into<R extends @Nullable Object>(List<Projection<?>> parts, Builder<R> builder) implements Projection<R> {

    /** Checks the parts. */
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
    public String toString() {
        return "into" + parts;
    }

    /**
     * Makes an object of the values of its parts. Thread-safe.
     *
     * @param <R> the object
     */
    @FunctionalInterface
    public interface Builder<R extends @Nullable Object> {
        /**
         * Makes an object.
         *
         * @param values one for each part, in their order
         */
        R build(@Nullable Object[] values);
    }
}

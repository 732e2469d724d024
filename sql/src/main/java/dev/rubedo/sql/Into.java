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
}

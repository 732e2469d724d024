package dev.rubedo.dialect.postgresql.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of PostgreSQL's range types. The server normalizes ranges of integers and dates to {@code [lower, upper)},
 * the form that {@link #of} creates. Immutable.
 *
 * @param <T> the Java type of the values
 * @param lower the lower bound, or null for none
 * @param upper the upper bound, or null for none
 * @param includesLower whether the lower bound belongs to the range; false if there is none
 * @param includesUpper whether the upper bound belongs to the range; false if there is none
 * @param isEmpty whether the range has no values and therefore no bounds
 */
public record Range<T>(@Nullable T lower, @Nullable T upper, boolean includesLower, boolean includesUpper,
        boolean isEmpty) {

    /** Normalizes equivalent ranges to the same form. */
    public Range {
        includesLower = includesLower && lower != null && !isEmpty;
        includesUpper = includesUpper && upper != null && !isEmpty;
        if (isEmpty && (lower != null || upper != null)) {
            throw new IllegalArgumentException("An empty range cannot have bounds, but got " + lower + " and " + upper);
        }
    }

    /**
     * Returns a range that includes its lower bound and excludes its upper bound.
     *
     * @param lower the lower bound, or null for none
     * @param upper the upper bound, or null for none
     */
    public static <T> Range<T> of(@Nullable T lower, @Nullable T upper) {
        return new Range<>(lower, upper, true, false, false);
    }

    /**
     * Returns a range that includes both bounds.
     *
     * @param lower the lower bound
     * @param upper the upper bound
     */
    public static <T> Range<T> closed(T lower, T upper) {
        return new Range<>(Objects.requireNonNull(lower, "lower"), Objects.requireNonNull(upper, "upper"), true, true,
                false);
    }

    /** Returns the empty range. */
    public static <T> Range<T> empty() {
        return new Range<>(null, null, false, false, true);
    }
}

package dev.rubedo.dialect.postgresql.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of values, as PostgreSQL's range types have it. The server writes ranges of whole numbers and dates as
 * {@code [lower, upper)}; {@link #of} makes that form. Immutable.
 *
 * @param <T> the Java type of the values
 * @param lower the lower bound, null if there is none
 * @param upper the upper bound, null if there is none
 * @param includesLower whether the lower bound belongs to the range; false if there is none
 * @param includesUpper whether the upper bound belongs to the range; false if there is none
 * @param isEmpty whether the range has no values; it has no bounds then
 */
public record Range<T>(@Nullable T lower, @Nullable T upper, boolean includesLower, boolean includesUpper,
        boolean isEmpty) {

    /** Brings what means the same into one form. */
    public Range {
        includesLower = includesLower && lower != null && !isEmpty;
        includesUpper = includesUpper && upper != null && !isEmpty;
        if (isEmpty && (lower != null || upper != null)) {
            throw new IllegalArgumentException("An empty range has no bounds, but got " + lower + " and " + upper);
        }
    }

    /**
     * Returns a range that includes its lower bound and excludes its upper bound.
     *
     * @param lower the lower bound, null if there is none
     * @param upper the upper bound, null if there is none
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

    /** Returns the range without values. */
    public static <T> Range<T> empty() {
        return new Range<>(null, null, false, false, true);
    }
}

package dev.rubedo.sql;

import dev.rubedo.error.NullValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A builder that calls a constructor or method. Builders with the same constructor are equal, so that equal statements
 * stay equal. Thread-safe.
 *
 * @param <R> the type of the object
 * @param target the constructor or method
 * @param call calls it
 */
record IntoBuilder<R extends @Nullable Object>(Object target, Into.Builder<R> call) implements Into.Builder<R> {
    @Override
    public R build(@Nullable Object[] values) {
        try {
            return call.build(values);
        } catch (NullPointerException e) {
            var nulls = new ArrayList<Integer>();
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    nulls.add(i + 1);
                }
            }
            if (nulls.isEmpty()) {
                throw e;
            }
            var failure = new NullValueException("into(): value " + join(nulls)
                    + " is NULL, which the object does not accept: declare the component nullable, or use "
                    + "coalesce(...)");
            failure.initCause(e);
            throw failure;
        }
    }

    private static String join(List<Integer> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntoBuilder<?> builder && target.equals(builder.target);
    }

    @Override
    public int hashCode() {
        return target.hashCode();
    }

    @Override
    public String toString() {
        return "into";
    }
}

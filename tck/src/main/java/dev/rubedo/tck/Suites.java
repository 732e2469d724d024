package dev.rubedo.tck;

import dev.rubedo.schema.Column;
import dev.rubedo.sql.Expression;
import org.jspecify.annotations.Nullable;

/** The common parts of the suites. Stateless. */
final class Suites {

    private Suites() {}

    /** Returns a placeholder for a field that {@code @BeforeEach} sets before any test reads it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T unset() {
        return null;
    }

    /** Returns a non-null expression where a nullable one is expected. */
    @SuppressWarnings({"unchecked", "NullAway"})
    static <T> Expression<@Nullable T> nullable(Expression<T> expression) {
        return (Expression<@Nullable T>) expression;
    }

    /** Returns a column found by name with the type known to the suite. */
    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> Column<T> typed(Column<?> column) {
        return (Column<T>) column;
    }
}

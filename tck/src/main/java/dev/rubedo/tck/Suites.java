package dev.rubedo.tck;

import dev.rubedo.schema.Column;
import dev.rubedo.sql.Expression;
import org.jspecify.annotations.Nullable;

/** What the suites share. Stateless. */
final class Suites {

    private Suites() {}

    /** Stands for a field that {@code @BeforeEach} sets before any test reads it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T unset() {
        return null;
    }

    /** An expression that is never NULL, where one that may be NULL is wanted. */
    @SuppressWarnings({"unchecked", "NullAway"})
    static <T> Expression<@Nullable T> nullable(Expression<T> expression) {
        return (Expression<@Nullable T>) expression;
    }

    /** A column found by name, as what the suite knows it to be. */
    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> Column<T> typed(Column<?> column) {
        return (Column<T>) column;
    }
}

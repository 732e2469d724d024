package dev.rubedo.orm.internal.query;

import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement about tables as it was executed, so that it can be executed again as part of another. Immutable.
 *
 * @param statement the statement with its values
 * @param values the values of its named parameters
 */
public record ExecutedQuery(Select<?> statement, Map<String, ? extends @Nullable Object> values) {

    /** Checks for null. */
    public ExecutedQuery {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(values, "values");
    }

    /** Returns the execution of a statement, or null if it cannot be part of another because it locks rows. */
    public static @Nullable ExecutedQuery of(Statement<?> statement,
            Map<String, ? extends @Nullable Object> values) {
        return statement instanceof Select<?> select && select.lock() == null ? new ExecutedQuery(select, values)
                : null;
    }

    /** Returns the execution of another statement with the same named parameters. */
    public @Nullable ExecutedQuery as(Statement<?> other) {
        return of(other, values);
    }
}

package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that changes the rows of a table. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public sealed interface DmlStatement<T extends @Nullable Object> extends Statement<T>
        permits Insert, Update, Delete, Merge {
    /** Returns the table or entity that is changed. */
    DmlTarget target();

    /** Returns the dialect-specific clauses. */
    List<StatementClause> dialectClauses();

    /**
     * Returns this statement with a {@code RETURNING} clause of one item.
     *
     * @param one the item; a table for a row of all its columns
     */
    <R extends @Nullable Object> DmlStatement<R> returning(Projection<R> one);

    /**
     * Returns this statement with a {@code RETURNING} clause of several items.
     *
     * @param first an item
     * @param second an item
     * @param more further items
     */
    DmlStatement<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more);

    /**
     * Returns this statement, which must have {@code RETURNING}, as a common table expression.
     *
     * @param name its name
     */
    default CommonTableExpression cte(String name) {
        return CommonTableExpressions.of(AliasName.of(name), this);
    }
}

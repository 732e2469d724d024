package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anything with columns that can appear in {@code FROM}. In a select list it means all its columns. Immutable. */
public sealed interface RowSource extends FromClause, Projection<Row>
        permits TableReference, Alias, Subquery, CommonTableExpression, TableFunction, ValuesTable {
    /** Returns the columns, in their order. */
    List<? extends ColumnReference<?>> columns();

    /** Returns the name used in messages. */
    String label();

    @Override
    RowSource rewrite(Rewriter rewriter);

    /**
     * Returns the column that exposes an expression of the underlying table or query. It has the same type and
     * nullness.
     *
     * @param original a column of the table, or an item of the query's select list
     * @throws IllegalArgumentException if there is none
     */
    default <T extends @Nullable Object> ColumnReference<T> column(Expression<T> original) {
        return DerivedColumns.find(this, original);
    }

    /**
     * Returns the column with that name.
     *
     * @param name the name
     * @throws IllegalArgumentException if there is none
     */
    default ColumnReference<Object> column(String name) {
        return DerivedColumns.find(this, name, Object.class);
    }

    /**
     * Returns the column with that name and Java type.
     *
     * @param name the name
     * @param type the class of its values
     * @throws IllegalArgumentException if there is none, or if it has another type
     */
    default <T> ColumnReference<T> column(String name, Class<T> type) {
        return DerivedColumns.find(this, name, type);
    }
}

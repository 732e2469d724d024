package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anything with columns that can stand in {@code FROM}. In a select list it means all its columns. Immutable. */
public sealed interface RowSource extends FromClause, Projection<Row>
        permits TableReference, Alias, Subquery, CommonTableExpression, TableFunction, ValuesTable {
    /** Returns the columns, in their order. */
    List<? extends ColumnReference<?>> columns();

    /** Returns the name by which messages call it. */
    String label();

    /**
     * Returns the column that stands for an expression of the table or query below. Type and nullness stay.
     *
     * @param original a column of the table, or something in the select list of the query
     * @throws IllegalArgumentException if there is none
     */
    default <T extends @Nullable Object> ColumnReference<T> column(Expression<T> original) {
        return DerivedColumns.find(this, original);
    }

    /**
     * Returns the column of a name.
     *
     * @param name the name
     * @throws IllegalArgumentException if there is none
     */
    default ColumnReference<Object> column(String name) {
        return DerivedColumns.find(this, name, Object.class);
    }

    /**
     * Returns the column of a name and a Java type.
     *
     * @param name the name
     * @param type the class of its values
     * @throws IllegalArgumentException if there is none, or it has another type
     */
    default <T> ColumnReference<T> column(String name, Class<T> type) {
        return DerivedColumns.find(this, name, type);
    }
}

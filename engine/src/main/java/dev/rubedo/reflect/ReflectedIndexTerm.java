package dev.rubedo.reflect;

import dev.rubedo.sql.Ordered;

/**
 * A column or expression of an index as the database has it. Immutable.
 *
 * @param text the name of the column, or the SQL of the expression
 * @param isExpression whether it is an expression
 * @param collation the collation, empty for that of the column
 * @param isDescending whether it is ordered downwards
 * @param nulls where NULLs go, if not where the database puts them by itself
 */
public record ReflectedIndexTerm(String text, boolean isExpression, String collation, boolean isDescending,
        Ordered.Nulls nulls) {

    /** Returns a column, in the order and with the collation that the database gives it by itself. */
    public static ReflectedIndexTerm column(String name) {
        return new ReflectedIndexTerm(name, false, "", false, Ordered.Nulls.DEFAULT);
    }
}

package dev.rubedo.reflect;

import dev.rubedo.sql.Ordered;

/**
 * A column or expression of an index as read from the database. Immutable.
 *
 * @param text the name of the column, or the SQL of the expression
 * @param isExpression whether it is an expression
 * @param collation the collation; empty for that of the column
 * @param isDescending whether it is in descending order
 * @param nulls the position of NULLs, if it is not the database's default
 */
public record ReflectedIndexTerm(String text, boolean isExpression, String collation, boolean isDescending,
        Ordered.Nulls nulls) {

    /** Returns a column with the database's default order and collation. */
    public static ReflectedIndexTerm column(String name) {
        return new ReflectedIndexTerm(name, false, "", false, Ordered.Nulls.DEFAULT);
    }
}

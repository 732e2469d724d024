package dev.rubedo.sql;

/** A renderer of trees as SQL. Every dialect is one. Thread-safe. */
public interface StatementRenderer {
    /**
     * Returns the SQL of a statement, with parameter markers for values.
     *
     * @param statement the statement
     */
    String render(Statement<?> statement);

    /**
     * Returns the SQL of an expression, with parameter markers for values.
     *
     * @param expression the expression
     */
    String render(Expression<?> expression);

    /**
     * Returns the SQL of a from clause, as it appears after {@code FROM}.
     *
     * @param from the from clause
     */
    String render(FromClause from);
}

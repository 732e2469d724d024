package dev.rubedo.sql;

/** Writes trees as SQL. Every dialect is one. Thread-safe. */
public interface StatementRenderer {
    /**
     * Returns a statement as SQL, with markers for values.
     *
     * @param statement the statement
     */
    String render(Statement<?> statement);

    /**
     * Returns an expression as SQL, with markers for values.
     *
     * @param expression the expression
     */
    String render(Expression<?> expression);

    /**
     * Returns a from clause as SQL, as it would stand after {@code FROM}.
     *
     * @param from the from clause
     */
    String render(FromClause from);
}

package dev.rubedo.sql;

/** A writer for the SQL of user-defined expressions and clauses. Confined to one thread at a time. */
public interface SqlWriter {
    /**
     * Writes SQL verbatim.
     *
     * @param text the SQL
     */
    SqlWriter sql(String text);

    /**
     * Writes a name, quoted if necessary.
     *
     * @param name the name
     */
    SqlWriter identifier(String name);

    /**
     * Writes an expression; its values become parameters.
     *
     * @param expression the expression
     */
    SqlWriter expression(Expression<?> expression);

    /**
     * Writes a query in parentheses.
     *
     * @param query the query
     */
    SqlWriter query(Selectable<?> query);

    /** Returns the name of the target dialect. */
    String dialect();
}

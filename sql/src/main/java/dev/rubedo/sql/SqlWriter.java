package dev.rubedo.sql;

/** What a construct of your own writes itself to. Confined to one thread at a time. */
public interface SqlWriter {
    /**
     * Writes SQL as it is.
     *
     * @param text the SQL
     */
    SqlWriter sql(String text);

    /**
     * Writes a name, quoted where it must be.
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

    /** Returns the name of the dialect that is written for. */
    String dialect();
}

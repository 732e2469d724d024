package dev.rubedo.compile;

/**
 * The place of a statement, which determines how it correlates to the enclosing statement and how its columns are
 * named. Immutable.
 */
public enum QueryPlace {

    /** The outermost statement: its columns are those of the result. */
    STATEMENT,
    /** A further query of an outermost compound one: its rows are those of the result. */
    STATEMENT_PART,
    /** In an expression: it correlates tables to the enclosing statement. */
    EXPRESSION,
    /** A table in FROM: it correlates only explicitly named tables, and each column has a name. */
    FROM,
    /** A table in FROM that can refer to preceding items. */
    LATERAL,
    /** A common table expression: it is independent of the enclosing statement, and each column has a name. */
    COMMON_TABLE,
    /** The query of an INSERT, or of a definition such as a view. */
    ROWS;

    /** Returns whether the rows are those of the result. */
    boolean isResult() {
        return this == STATEMENT || this == STATEMENT_PART;
    }

    /** Returns whether each column must have a name here. */
    public boolean namesColumns() {
        return this == FROM || this == LATERAL || this == COMMON_TABLE;
    }
}

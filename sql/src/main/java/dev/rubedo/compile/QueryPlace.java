package dev.rubedo.compile;

/**
 * Where a statement stands, which decides what it sees of the enclosing statement and how it names its columns.
 * Immutable.
 */
public enum QueryPlace {

    /** The statement itself: its columns are those of the result. */
    STATEMENT,
    /** A further query of a compound one that is the statement: its rows are those of the result. */
    STATEMENT_PART,
    /** In an expression: it takes tables from the enclosing statement. */
    EXPRESSION,
    /** A table in FROM: it takes tables only where it says so, and each column has a name. */
    FROM,
    /** A table in FROM that sees what stands before it. */
    LATERAL,
    /** A common table expression: it stands by itself, and each column has a name. */
    COMMON_TABLE,
    /** The rows of an INSERT, or a definition. */
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

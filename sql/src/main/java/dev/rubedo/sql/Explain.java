package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * A statement that shows how the database executes another one. Its columns depend on the database. Immutable.
 *
 * @param statement the explained statement
 * @param isAnalyzed whether the statement is executed, to show actual times and numbers of rows
 */
public record Explain(Statement<?> statement, boolean isAnalyzed) implements Statement<Row> {
    /** Checks the statement. */
    public Explain {
        Objects.requireNonNull(statement, "statement");
        if (statement instanceof Explain) {
            throw new IllegalArgumentException("An EXPLAIN cannot be explained");
        }
    }

    @Override
    public SelectList selectList() {
        return SelectList.NONE;
    }

    @Override
    public List<CommonTableExpression> ctes() {
        return List.of();
    }

    @Override
    public List<StatementOption> statementOptions() {
        return statement.statementOptions();
    }

    @Override
    public void describe(Structure out) {
        out.part(isAnalyzed);
        out.statement(statement);
    }

    @Override
    public Explain rewrite(Rewriter rewriter) {
        var changed = rewriter.statement(statement);
        return Rewriter.same(changed, statement) ? this : new Explain(changed, isAnalyzed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

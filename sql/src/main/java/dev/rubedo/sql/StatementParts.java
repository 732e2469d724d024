package dev.rubedo.sql;

import java.util.List;

/**
 * The parts that all statements have. They are modified only until they are passed to a new statement. Confined to one
 * thread at a time until then.
 */
abstract class StatementParts implements Cloneable {
    List<CommonTableExpression> ctes = List.of();
    List<StatementOption> options = List.of();
    List<StatementClause> clauses = List.of();

    StatementParts copy() {
        try {
            return (StatementParts) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    void rewrite(Rewriter rewriter) {
        ctes = Rewriter.list(ctes, rewriter::cte);
        options = rewriter.options(options);
        clauses = Rewriter.list(clauses, rewriter::clause);
    }
}

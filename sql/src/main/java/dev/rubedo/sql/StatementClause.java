package dev.rubedo.sql;

/** A clause that is added to the standard clauses of a statement. Immutable. */
public sealed interface StatementClause extends Node permits CustomClause, TextClause, TableHint, TableSample {
    /** Returns where the clause is written. */
    CustomClause.Place place();

    @Override
    StatementClause rewrite(Rewriter rewriter);
}

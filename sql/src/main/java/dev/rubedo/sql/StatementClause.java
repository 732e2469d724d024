package dev.rubedo.sql;

/** A clause added to a statement besides its standard ones. Immutable. */
public sealed interface StatementClause extends Node permits CustomClause, TextClause, TableHint, TableSample {
    /** Returns where the clause is written. */
    CustomClause.Place place();

    @Override
    StatementClause rewrite(Rewriter rewriter);
}

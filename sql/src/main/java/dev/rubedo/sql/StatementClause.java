package dev.rubedo.sql;

/** A clause that a statement carries besides its own parts. Immutable. */
public sealed interface StatementClause extends Node permits CustomClause, TextClause {
    /** Returns where the clause is written. */
    CustomClause.Place place();
}

package dev.rubedo.sql;

/** Anything that can appear in {@code FROM}. Immutable. */
public sealed interface FromClause extends Node permits RowSource, UnresolvedEntity, Join, DmlTarget {
    @Override
    FromClause rewrite(Rewriter rewriter);
}

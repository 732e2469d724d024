package dev.rubedo.sql;

/** Anything that can stand in {@code FROM}. Immutable. */
public sealed interface FromClause permits RowSource, UnresolvedEntity, Join, DmlTarget {}

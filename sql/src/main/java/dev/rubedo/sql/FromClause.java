package dev.rubedo.sql;

/** Anything that can stand in {@code FROM}. Immutable. */
public sealed interface FromClause extends Node permits RowSource, UnresolvedEntity, Join, DmlTarget {}

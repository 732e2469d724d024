package dev.rubedo.sql;

/** Anything that can be inserted into, updated and deleted from. Immutable. */
public sealed interface DmlTarget extends FromClause permits TableReference, UnresolvedEntity {}

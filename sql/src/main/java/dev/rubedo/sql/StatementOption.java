package dev.rubedo.sql;

/** An option of a statement that only a session understands, such as how relationships load. Immutable. */
public interface StatementOption {}

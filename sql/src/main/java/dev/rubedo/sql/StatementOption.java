package dev.rubedo.sql;

/** An option of a statement that only the ORM understands, such as how relationships load. Immutable. */
public interface StatementOption {}

package dev.rubedo.sql;

/** A stand-in for the runtime's type, which formulas return. Immutable. */
public interface Expression<T> {}

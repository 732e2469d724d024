package dev.rubedo.sql;

/** A stand-in for the runtime's type. Immutable. */
public record Values() {}

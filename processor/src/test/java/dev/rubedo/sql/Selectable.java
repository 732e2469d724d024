package dev.rubedo.sql;

/** A stand-in for the runtime's type. */
public interface Selectable<T> {}

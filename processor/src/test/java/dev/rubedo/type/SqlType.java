package dev.rubedo.type;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public interface SqlType<T> {}

package dev.rubedo.orm.metamodel;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class Attribute<E, T> {}

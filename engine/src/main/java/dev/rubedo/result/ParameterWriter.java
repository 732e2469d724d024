package dev.rubedo.result;

/** Writes the parameters of a statement in order. Confined to one thread at a time. */
public final class ParameterWriter {}

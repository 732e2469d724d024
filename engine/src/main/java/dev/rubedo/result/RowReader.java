package dev.rubedo.result;

/** A cursor over the rows of a statement. Confined to one thread at a time. */
public final class RowReader {}

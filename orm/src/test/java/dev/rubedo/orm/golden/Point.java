package dev.rubedo.orm.golden;

import org.jspecify.annotations.Nullable;

/** A point in two columns. Immutable. */
public record Point(@Nullable Integer x, @Nullable Integer y) {}

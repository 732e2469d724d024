package dev.rubedo.orm.corner;

import org.jspecify.annotations.Nullable;

/** Width and height, which are there together. Immutable. */
record Extent(int width, int height, @Nullable Integer depth) {}

package dev.rubedo.graph;

import java.util.Objects;

/**
 * An ordering constraint between two nodes. Immutable.
 *
 * @param <N> the node type
 * @param before the node that comes first
 * @param after the node that comes later
 */
public record Edge<N>(N before, N after) {
    /** Checks the ends. */
    public Edge {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}

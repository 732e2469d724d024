package dev.rubedo.graph;

import java.util.Objects;

/**
 * A demand on an order. Immutable.
 *
 * @param <N> the nodes
 * @param before what comes first
 * @param after what comes later
 */
public record Edge<N>(N before, N after) {
    /** Checks the ends. */
    public Edge {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}

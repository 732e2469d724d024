/**
 * Algorithms on directed graphs. Tables, flushes and revisions all are ordered by them. Start reading at
 * {@link dev.rubedo.graph.TopologicalSort}.
 */
@NullMarked
package dev.rubedo.graph;

import org.jspecify.annotations.NullMarked;

/**
 * Algorithms on directed graphs, used to order tables, flushes and revisions. Start reading at
 * {@link dev.rubedo.graph.TopologicalSort}.
 */
@NullMarked
package dev.rubedo.graph;

import org.jspecify.annotations.NullMarked;

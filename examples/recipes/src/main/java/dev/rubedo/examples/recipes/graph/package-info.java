/** A directed graph: nodes, and edges with values of their own. */
@NullMarked
package dev.rubedo.examples.recipes.graph;

import org.jspecify.annotations.NullMarked;

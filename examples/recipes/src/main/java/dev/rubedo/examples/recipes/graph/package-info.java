/** A directed graph: nodes, and edges that have values of their own. */
@NullMarked
package dev.rubedo.examples.recipes.graph;

import org.jspecify.annotations.NullMarked;

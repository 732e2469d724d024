/** A tree whose rows refer to their parents. */
@NullMarked
package dev.rubedo.examples.recipes.adjacency;

import org.jspecify.annotations.NullMarked;

/** A tree whose rows contain the path from the root: one condition finds the descendants of a node. */
@NullMarked
package dev.rubedo.examples.recipes.path;

import org.jspecify.annotations.NullMarked;

/** A tree whose rows have the path from the root: the descendants of a node are found by one condition. */
@NullMarked
package dev.rubedo.examples.recipes.path;

import org.jspecify.annotations.NullMarked;

/** A tree as nested sets: each row has the numbers between which those of its descendants are. */
@NullMarked
package dev.rubedo.examples.recipes.nested;

import org.jspecify.annotations.NullMarked;

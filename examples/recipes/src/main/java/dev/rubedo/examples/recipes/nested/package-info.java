/** A tree as nested sets: the numbers of a row enclose those of its descendants. */
@NullMarked
package dev.rubedo.examples.recipes.nested;

import org.jspecify.annotations.NullMarked;

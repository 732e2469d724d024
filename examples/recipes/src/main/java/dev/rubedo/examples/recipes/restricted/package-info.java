/** Queries that see only some of the rows: the public ones, or those of a period. */
@NullMarked
package dev.rubedo.examples.recipes.restricted;

import org.jspecify.annotations.NullMarked;

/** Queries that see only a part of the rows: public ones, or those of a time. */
@NullMarked
package dev.rubedo.examples.recipes.restricted;

import org.jspecify.annotations.NullMarked;

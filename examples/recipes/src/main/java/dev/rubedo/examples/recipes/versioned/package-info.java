/** Rows that are never updated: a change inserts a new row, and the newest row is current. */
@NullMarked
package dev.rubedo.examples.recipes.versioned;

import org.jspecify.annotations.NullMarked;

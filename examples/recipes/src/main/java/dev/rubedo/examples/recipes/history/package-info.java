/** A session listener copies changed rows to a history table. */
@NullMarked
package dev.rubedo.examples.recipes.history;

import org.jspecify.annotations.NullMarked;

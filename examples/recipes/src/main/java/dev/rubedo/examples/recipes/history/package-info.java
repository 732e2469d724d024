/** Changed rows are copied to a history, by a listener of the session. */
@NullMarked
package dev.rubedo.examples.recipes.history;

import org.jspecify.annotations.NullMarked;

/** Objects with any number of named values, each in a row of its own. */
@NullMarked
package dev.rubedo.examples.recipes.vertical;

import org.jspecify.annotations.NullMarked;

/** The recipes, tried. */
@NullMarked
package dev.rubedo.examples.recipes;

import org.jspecify.annotations.NullMarked;

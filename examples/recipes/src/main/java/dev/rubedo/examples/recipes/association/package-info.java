/** Orders and items with an association object between them, which the order hides. */
@NullMarked
package dev.rubedo.examples.recipes.association;

import org.jspecify.annotations.NullMarked;

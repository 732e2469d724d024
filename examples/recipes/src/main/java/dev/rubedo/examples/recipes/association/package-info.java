/** Orders and items with an association object between them, which the order shows as if it was not there. */
@NullMarked
package dev.rubedo.examples.recipes.association;

import org.jspecify.annotations.NullMarked;

/** A large collection that is read by key, without loading it. */
@NullMarked
package dev.rubedo.examples.recipes.dictionary;

import org.jspecify.annotations.NullMarked;

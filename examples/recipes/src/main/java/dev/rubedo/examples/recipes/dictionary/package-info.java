/** A large collection that is read by key without being loaded. */
@NullMarked
package dev.rubedo.examples.recipes.dictionary;

import org.jspecify.annotations.NullMarked;

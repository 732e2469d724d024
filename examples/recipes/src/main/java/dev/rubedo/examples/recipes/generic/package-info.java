/** Addresses that belong to objects of several entities, in three ways. */
@NullMarked
package dev.rubedo.examples.recipes.generic;

import org.jspecify.annotations.NullMarked;

/**
 * Solutions to common problems. Each package has one: the entities, and a class that does what the
 * recipe is about.
 */
@NullMarked
package dev.rubedo.examples.recipes;

import org.jspecify.annotations.NullMarked;

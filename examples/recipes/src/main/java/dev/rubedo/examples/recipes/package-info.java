/**
 * Solutions for problems that come up again and again. Each package has one: the entities, and a class that does what the
 * recipe is about.
 */
@NullMarked
package dev.rubedo.examples.recipes;

import org.jspecify.annotations.NullMarked;

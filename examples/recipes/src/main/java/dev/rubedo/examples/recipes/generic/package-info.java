/** Three ways for objects of several entities to have addresses. */
@NullMarked
package dev.rubedo.examples.recipes.generic;

import org.jspecify.annotations.NullMarked;

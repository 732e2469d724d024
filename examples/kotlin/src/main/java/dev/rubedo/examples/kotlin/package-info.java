/**
 * Entities for a program in Kotlin. They are Java, because the annotation processor writes their base classes and query
 * models, which Kotlin then uses like any other class.
 */
@NullMarked
package dev.rubedo.examples.kotlin;

import org.jspecify.annotations.NullMarked;

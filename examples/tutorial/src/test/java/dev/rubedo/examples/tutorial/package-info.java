/** The chapters of the tutorial, executed. */
@NullMarked
package dev.rubedo.examples.tutorial;

import org.jspecify.annotations.NullMarked;

/**
 * A tutorial. Each chapter is a class whose methods are read from top to bottom: {@link Connecting}, {@link Tables},
 * {@link Statements}, {@link Storing}, {@link Querying}, {@link Relating}, {@link Fetching}, {@link Extending},
 * {@link Inheriting} and {@link Transacting}. The tests execute all of them.
 */
@NullMarked
package dev.rubedo.examples.tutorial;

import org.jspecify.annotations.NullMarked;

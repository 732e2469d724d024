/**
 * The quickstart: a small blog on an embedded SQLite file, from mapped classes to queries.
 *
 * <p>
 * Start reading at {@link dev.rubedo.examples.quickstart.Quickstart}; the five entities beside it are what it maps.
 * Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.examples.quickstart;

import org.jspecify.annotations.NullMarked;

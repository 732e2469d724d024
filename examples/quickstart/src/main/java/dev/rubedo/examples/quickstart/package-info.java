/**
 * The quickstart: a small blog on an embedded SQLite file, from mapped classes to queries.
 *
 * <p>
 * Start reading at {@link dev.rubedo.examples.quickstart.Quickstart}; it uses the five entities in this package.
 * Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.examples.quickstart;

import org.jspecify.annotations.NullMarked;

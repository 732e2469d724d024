/**
 * Stability marks. A public type of an exported package without a mark is stable API. {@link dev.rubedo.stability.Spi}
 * marks what extensions implement, {@link dev.rubedo.stability.Incubating} what may still change. Imports nothing.
 */
@NullMarked
package dev.rubedo.stability;

import org.jspecify.annotations.NullMarked;

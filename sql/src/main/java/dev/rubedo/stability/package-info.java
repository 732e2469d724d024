/**
 * Stability marks. A public type of an exported package without a mark is stable API. {@link dev.rubedo.stability.Spi}
 * marks the types that extensions implement, {@link dev.rubedo.stability.Incubating} the API that may still change.
 * This package imports nothing. Start reading at {@link dev.rubedo.stability.Spi}.
 */
@NullMarked
package dev.rubedo.stability;

import org.jspecify.annotations.NullMarked;

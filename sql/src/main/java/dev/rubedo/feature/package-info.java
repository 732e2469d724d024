/**
 * Capabilities of databases as constants. This package imports nothing, and everything may import it. Start reading at
 * {@link dev.rubedo.feature.Feature}.
 */
@NullMarked
package dev.rubedo.feature;

import org.jspecify.annotations.NullMarked;

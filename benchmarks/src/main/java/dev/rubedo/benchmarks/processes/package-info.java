/** Measurements of whole processes: their start, and the memory that loaded objects keep. */
@NullMarked
package dev.rubedo.benchmarks.processes;

import org.jspecify.annotations.NullMarked;

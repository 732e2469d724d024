/**
 * Observations and meters of Rubedo for Micrometer. Start reading at {@link dev.rubedo.micrometer.ObservedStatements} and
 * {@link dev.rubedo.micrometer.EngineMeters}.
 */
@NullMarked
package dev.rubedo.micrometer;

import org.jspecify.annotations.NullMarked;

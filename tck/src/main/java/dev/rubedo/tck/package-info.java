/**
 * What every dialect must pass: abstract suites that a dialect's tests extend, all of them ({@link dev.rubedo.tck.Tck}
 * finds those that were forgotten). They go through the engine's public interface only, assert values and behaviour
 * rather than SQL text, and run on real databases. Start reading at {@link dev.rubedo.tck.SelectSuite}.
 */
@NullMarked
package dev.rubedo.tck;

import org.jspecify.annotations.NullMarked;

/**
 * The test suites for dialects: abstract classes all of which a dialect's tests must extend ({@link dev.rubedo.tck.Tck}
 * finds missing ones). They use only the engine's public API, assert values and behavior rather than SQL text, and run
 * on real databases. Start reading at {@link dev.rubedo.tck.SelectSuite}.
 */
@NullMarked
package dev.rubedo.tck;

import org.jspecify.annotations.NullMarked;

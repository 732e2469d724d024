/**
 * What {@code README.md} and {@code docs/guide/getting-started.md} show, compiled and run. Start reading at {@code GettingStartedTest}.
 * Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.orm.guide;

import org.jspecify.annotations.NullMarked;

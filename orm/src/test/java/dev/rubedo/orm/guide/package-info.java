/**
 * The samples of {@code README.md} and of {@code docs/guide}, compiled and run. Start reading at {@code GettingStartedTest}.
 * Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.orm.guide;

import org.jspecify.annotations.NullMarked;

/** Tests of the published test support. */
@NullMarked
package dev.rubedo.testing;

import org.jspecify.annotations.NullMarked;

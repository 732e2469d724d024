/** Tests of rewriting expectations. */
@NullMarked
package dev.rubedo.testing.golden;

import org.jspecify.annotations.NullMarked;

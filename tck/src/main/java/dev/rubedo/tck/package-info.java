/** The suites that every dialect must pass. */
@NullMarked
package dev.rubedo.tck;

import org.jspecify.annotations.NullMarked;

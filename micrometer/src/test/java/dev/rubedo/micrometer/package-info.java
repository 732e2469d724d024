/** Tests of observations and meters on real databases. */
@NullMarked
package dev.rubedo.micrometer;

import org.jspecify.annotations.NullMarked;

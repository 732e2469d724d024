/** Tests of the dialect. */
@NullMarked
package dev.rubedo.dialect.h2;

import org.jspecify.annotations.NullMarked;

/** Tests of the dialect. */
@NullMarked
package dev.rubedo.dialect.postgresql;

import org.jspecify.annotations.NullMarked;

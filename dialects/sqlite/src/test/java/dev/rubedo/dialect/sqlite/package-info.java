/** Tests of the dialect. */
@NullMarked
package dev.rubedo.dialect.sqlite;

import org.jspecify.annotations.NullMarked;

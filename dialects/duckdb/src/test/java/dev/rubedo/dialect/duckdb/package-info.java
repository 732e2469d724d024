/** Tests of the dialect. */
@NullMarked
package dev.rubedo.dialect.duckdb;

import org.jspecify.annotations.NullMarked;

/** The samples of the guide to writing a dialect. */
@org.jspecify.annotations.NullMarked
package dev.rubedo.dialect.duckdb.guide;

/** The dialect and the backend of one database. */
@NullMarked
package dev.rubedo.dialect.duckdb;

import org.jspecify.annotations.NullMarked;

/** A library: rows that swap values, conflict and are stored again. */
@NullMarked
package dev.rubedo.orm.library;

import org.jspecify.annotations.NullMarked;

/** A library: rows that change places, get in each other's way and come back. */
@NullMarked
package dev.rubedo.orm.library;

import org.jspecify.annotations.NullMarked;

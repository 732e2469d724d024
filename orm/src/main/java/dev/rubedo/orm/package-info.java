/** The static entry point of the ORM. */
@NullMarked
package dev.rubedo.orm;

import org.jspecify.annotations.NullMarked;

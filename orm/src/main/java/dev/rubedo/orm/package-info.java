/** The static front door of the ORM. */
@NullMarked
package dev.rubedo.orm;

import org.jspecify.annotations.NullMarked;

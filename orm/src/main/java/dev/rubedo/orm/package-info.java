/** The static front door of the object half. */
@NullMarked
package dev.rubedo.orm;

import org.jspecify.annotations.NullMarked;

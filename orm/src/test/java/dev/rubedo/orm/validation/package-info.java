/** Entities that check the values of their attributes. */
@NullMarked
package dev.rubedo.orm.validation;

import org.jspecify.annotations.NullMarked;

/** Entities with attributes that the database computes. */
@NullMarked
package dev.rubedo.orm.formula;

import org.jspecify.annotations.NullMarked;

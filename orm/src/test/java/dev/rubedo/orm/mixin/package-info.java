/** Entities that share attributes, formulas and constraints by mixins. */
@NullMarked
package dev.rubedo.orm.mixin;

import org.jspecify.annotations.NullMarked;

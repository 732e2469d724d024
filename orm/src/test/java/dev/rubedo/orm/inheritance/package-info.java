/** Entities that inherit from each other, mapped by hand: the processor refuses them so far. */
@NullMarked
package dev.rubedo.orm.inheritance;

import org.jspecify.annotations.NullMarked;

/** What operations may cost: the memory that they allocate, and what they must leave to the garbage collector. */
@NullMarked
package dev.rubedo.orm.cost;

import org.jspecify.annotations.NullMarked;

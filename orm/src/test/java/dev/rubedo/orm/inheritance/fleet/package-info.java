/** Vehicles in one table, below an abstract root with an enum as its discriminator. */
@NullMarked
package dev.rubedo.orm.inheritance.fleet;

import org.jspecify.annotations.NullMarked;

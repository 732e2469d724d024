/** Entities that inherit from each other: mapped by hand, and in the packages below by annotations. */
@NullMarked
package dev.rubedo.orm.inheritance;

import org.jspecify.annotations.NullMarked;

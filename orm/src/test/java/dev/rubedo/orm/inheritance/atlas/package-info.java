/** Places with a key of two columns, in two tables. */
@NullMarked
package dev.rubedo.orm.inheritance.atlas;

import org.jspecify.annotations.NullMarked;

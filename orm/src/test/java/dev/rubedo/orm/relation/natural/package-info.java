/** Entities with keys that the program assigns and changes. */
@NullMarked
package dev.rubedo.orm.relation.natural;

import org.jspecify.annotations.NullMarked;

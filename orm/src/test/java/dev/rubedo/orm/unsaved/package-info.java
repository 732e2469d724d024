/** Relationships over which nothing is saved. */
@NullMarked
package dev.rubedo.orm.unsaved;

import org.jspecify.annotations.NullMarked;

/** Entities with collections of several kinds. */
@NullMarked
package dev.rubedo.orm.collection.guide;

import org.jspecify.annotations.NullMarked;

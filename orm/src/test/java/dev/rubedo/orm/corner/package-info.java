/** Entities with what is rare: composite and primitive keys, two foreign keys to one table, relationships without another side. */
@NullMarked
package dev.rubedo.orm.corner;

import org.jspecify.annotations.NullMarked;

/** Entities whose columns have defaults in the database. */
@NullMarked
package dev.rubedo.orm.defaults;

import org.jspecify.annotations.NullMarked;

/** An entity with attributes that queries leave out. */
@NullMarked
package dev.rubedo.orm.deferred;

import org.jspecify.annotations.NullMarked;

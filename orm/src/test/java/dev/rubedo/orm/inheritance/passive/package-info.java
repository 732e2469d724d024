/** A hierarchy whose tables the database deletes from. */
@NullMarked
package dev.rubedo.orm.inheritance.passive;

import org.jspecify.annotations.NullMarked;

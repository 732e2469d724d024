/** Entities of tables that the program declares itself. */
@NullMarked
package dev.rubedo.orm.given;

import org.jspecify.annotations.NullMarked;

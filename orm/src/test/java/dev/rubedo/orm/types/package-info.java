/** Entities whose attributes have types of one database, variants and keys that a column cuts. */
@NullMarked
package dev.rubedo.orm.types;

import org.jspecify.annotations.NullMarked;

/** Documents whose class is computed from their columns. */
@NullMarked
package dev.rubedo.orm.inheritance.archive;

import org.jspecify.annotations.NullMarked;

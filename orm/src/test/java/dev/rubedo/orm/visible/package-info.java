/** Entities of which some rows are hidden by their mapping. */
@NullMarked
package dev.rubedo.orm.visible;

import org.jspecify.annotations.NullMarked;

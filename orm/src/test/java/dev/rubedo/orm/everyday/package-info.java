/** Mappings as most programs have them. */
@NullMarked
package dev.rubedo.orm.everyday;

import org.jspecify.annotations.NullMarked;

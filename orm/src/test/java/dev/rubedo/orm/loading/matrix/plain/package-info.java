/** Owners and parts: classes without inheritance. */
@NullMarked
package dev.rubedo.orm.loading.matrix.plain;

import org.jspecify.annotations.NullMarked;

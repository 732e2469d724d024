/** Owners and parts: a hierarchy whose classes have tables of their own. */
@NullMarked
package dev.rubedo.orm.loading.matrix.concrete;

import org.jspecify.annotations.NullMarked;

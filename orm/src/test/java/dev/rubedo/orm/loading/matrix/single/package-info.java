/** Owners and parts: a hierarchy in one table. */
@NullMarked
package dev.rubedo.orm.loading.matrix.single;

import org.jspecify.annotations.NullMarked;

/** Owners and parts: a hierarchy with a table for each class. */
@NullMarked
package dev.rubedo.orm.loading.matrix.joined;

import org.jspecify.annotations.NullMarked;

/** Exceptions of the ORM. Each names the entity, the attribute and what to do. */
@NullMarked
package dev.rubedo.orm.error;

import org.jspecify.annotations.NullMarked;

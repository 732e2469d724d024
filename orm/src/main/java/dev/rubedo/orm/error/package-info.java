/** What the ORM throws: each exception names the entity, the attribute and what to do. */
@NullMarked
package dev.rubedo.orm.error;

import org.jspecify.annotations.NullMarked;

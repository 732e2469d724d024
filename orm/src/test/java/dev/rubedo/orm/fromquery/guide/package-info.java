/** Entities whose rows are those of a query. */
@NullMarked
package dev.rubedo.orm.fromquery.guide;

import org.jspecify.annotations.NullMarked;

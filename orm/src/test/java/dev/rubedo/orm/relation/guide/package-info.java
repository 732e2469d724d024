/** The samples of the pages on relationships and loading of the guide. */
@NullMarked
package dev.rubedo.orm.relation.guide;

import org.jspecify.annotations.NullMarked;

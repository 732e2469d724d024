/** Tests of mappings of relationships: join conditions, view-only relationships, single parents. */
@NullMarked
package dev.rubedo.orm.relation;

import org.jspecify.annotations.NullMarked;

/**
 * From rows to objects: an {@link dev.rubedo.orm.loading.EntityAssembler} follows a {@link dev.rubedo.orm.query.LoadPlan} row by row, and
 * {@link dev.rubedo.orm.loading.RelationshipLoader} fetches what was left out.
 */
@NullMarked
package dev.rubedo.orm.loading;

import org.jspecify.annotations.NullMarked;

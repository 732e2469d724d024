/**
 * From rows to objects: an {@link dev.rubedo.orm.internal.loading.EntityAssembler} follows a {@link dev.rubedo.orm.internal.query.LoadPlan} row by row, and
 * {@link dev.rubedo.orm.internal.loading.RelationshipLoader} fetches what was left out.
 */
@NullMarked
package dev.rubedo.orm.internal.loading;

import org.jspecify.annotations.NullMarked;

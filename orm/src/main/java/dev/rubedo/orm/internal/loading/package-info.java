/**
 * From rows to objects: an {@link dev.rubedo.orm.internal.loading.EntityAssembler} reads rows by a {@link
 * dev.rubedo.orm.internal.query.LoadPlan}, and a {@link dev.rubedo.orm.internal.loading.RelationshipLoader} loads the
 * relationships that the plan does not include.
 */
@NullMarked
package dev.rubedo.orm.internal.loading;

import org.jspecify.annotations.NullMarked;

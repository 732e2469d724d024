/**
 * From rows to objects: a {@link dev.rubedo.orm.loading.LoadPlan} says which columns are which attributes and what is loaded beside them,
 * an {@link dev.rubedo.orm.loading.EntityAssembler} follows it row by row, and {@link dev.rubedo.orm.loading.RelationshipLoader} fetches
 * what was left out.
 */
@NullMarked
package dev.rubedo.orm.loading;

import org.jspecify.annotations.NullMarked;

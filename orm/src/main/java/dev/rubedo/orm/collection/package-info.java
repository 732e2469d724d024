/**
 * Collections of related entities: lists and sets that load themselves, keep the inverse side of the relationship in
 * sync, and track what was added and removed since they were loaded.
 */
@NullMarked
package dev.rubedo.orm.collection;

import org.jspecify.annotations.NullMarked;

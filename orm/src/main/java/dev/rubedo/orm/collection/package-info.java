/**
 * Collections of related entities: ordinary lists and sets that load themselves, keep the other side of the
 * relationship in step and know what was added and removed since they were loaded.
 */
@NullMarked
package dev.rubedo.orm.collection;

import org.jspecify.annotations.NullMarked;

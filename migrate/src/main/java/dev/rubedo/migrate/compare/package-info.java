/**
 * Compares two schemas and returns the operations that turn one into the other. Each aspect is compared by a class of its
 * own, a {@link dev.rubedo.migrate.compare.SchemaComparator}; start reading at
 * {@link dev.rubedo.migrate.compare.SchemaComparison}.
 */
@NullMarked
package dev.rubedo.migrate.compare;

import org.jspecify.annotations.NullMarked;

/**
 * The comparison of two schemas, whose result is the operations that turn one into the other. Each aspect has its own
 * {@link dev.rubedo.migrate.compare.SchemaComparator}. Start reading at
 * {@link dev.rubedo.migrate.compare.SchemaComparison}.
 */
@NullMarked
package dev.rubedo.migrate.compare;

import org.jspecify.annotations.NullMarked;

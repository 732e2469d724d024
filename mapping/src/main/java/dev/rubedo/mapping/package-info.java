/**
 * The mapping annotations, which describe how a class is mapped to a table. The annotation processor reads them at
 * compile time and generates the base class and the query model; nothing reads them at run time. This package has no
 * dependencies. Start at {@link dev.rubedo.mapping.Entity}.
 */
@NullMarked
package dev.rubedo.mapping;

import org.jspecify.annotations.NullMarked;

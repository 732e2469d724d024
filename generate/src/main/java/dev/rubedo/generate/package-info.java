/**
 * Writes tables and entities as Java source from metadata, usually that of an existing database. May use everything of
 * Core and the annotations of entities, but not the ORM, which the written source needs. Start reading at
 * {@link dev.rubedo.generate.CodeGenerator}.
 */
@NullMarked
package dev.rubedo.generate;

import org.jspecify.annotations.NullMarked;

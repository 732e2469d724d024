/**
 * Generates the Java source of tables and entities from metadata, usually that of an existing database. May use all of
 * Core and the annotations of entities, but not the ORM, which the generated source needs. Start reading at
 * {@link dev.rubedo.generate.CodeGenerator}.
 */
@NullMarked
package dev.rubedo.generate;

import org.jspecify.annotations.NullMarked;

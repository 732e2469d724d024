/**
 * What an entity says: the annotations that describe how a class is mapped to a table. They are read at compile time by
 * the annotation processor, which writes the base class and the query model; nothing reads them at run time. This
 * package depends on nothing. Start at {@link dev.rubedo.mapping.Entity}.
 */
@NullMarked
package dev.rubedo.mapping;

import org.jspecify.annotations.NullMarked;

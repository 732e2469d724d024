/**
 * The annotation processor. From {@code class User extends UserBase { interface Mapped {...} }} it generates
 * {@code UserBase} and {@code User_}. It reads declarations ({@code EntityReader}), resolves relationships
 * ({@code LinkResolver}), reports errors ({@code *Rules}) and generates code ({@code *Writer}). It depends on the
 * mapping annotations and on the source formatting library; of the runtime it knows only names. Start at
 * {@link dev.rubedo.processor.MappingProcessor}.
 */
@NullMarked
package dev.rubedo.processor;

import org.jspecify.annotations.NullMarked;

/**
 * The annotation processor: from {@code class User extends UserBase { interface Mapped {...} }} it writes
 * {@code UserBase} and {@code User_}. It reads ({@code EntityReader}), finds out how relationships go
 * ({@code LinkResolver}), reports mistakes ({@code *Rules}) and writes ({@code *Writer}). It depends on the mapping
 * annotations and on the library that formats source; of the runtime it knows only names. Start at
 * {@link dev.rubedo.processor.MappingProcessor}.
 */
@NullMarked
package dev.rubedo.processor;

import org.jspecify.annotations.NullMarked;

/**
 * The part of the mapping that the compiler itself calls. It depends on nothing but the compiler's published API, and
 * is never loaded when a program runs. Begin with {@link dev.rubedo.mapping.internal.ProcessorCheck}.
 */
@NullMarked
package dev.rubedo.mapping.internal;

import org.jspecify.annotations.NullMarked;

/** The annotation processor. */
@NullMarked
package dev.rubedo.processor;

import org.jspecify.annotations.NullMarked;

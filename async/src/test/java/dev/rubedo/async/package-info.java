/** Tests of asynchronous use on real databases. */
@NullMarked
package dev.rubedo.async;

import org.jspecify.annotations.NullMarked;

/** Tests of caching on real databases. */
@NullMarked
package dev.rubedo.cache;

import org.jspecify.annotations.NullMarked;

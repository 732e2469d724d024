/** The samples of the guide about caching. */
@NullMarked
package dev.rubedo.cache.guide;

import org.jspecify.annotations.NullMarked;

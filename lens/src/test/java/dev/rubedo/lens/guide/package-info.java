/** The samples of the page about observability. */
@NullMarked
package dev.rubedo.lens.guide;

import org.jspecify.annotations.NullMarked;

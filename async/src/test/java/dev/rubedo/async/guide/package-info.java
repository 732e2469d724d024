/** The samples of {@code docs/guide/async.md}; an architecture test compares the texts. */
@NullMarked
package dev.rubedo.async.guide;

import org.jspecify.annotations.NullMarked;

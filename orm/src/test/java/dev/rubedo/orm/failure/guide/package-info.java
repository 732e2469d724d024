/** What a program catches: the samples of the guide, and the names that exceptions have. */
@NullMarked
package dev.rubedo.orm.failure.guide;

import org.jspecify.annotations.NullMarked;

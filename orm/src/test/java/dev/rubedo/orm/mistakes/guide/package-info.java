/** The page "Common mistakes" of the guide: every message on it comes from a mistake that is made here. */
@NullMarked
package dev.rubedo.orm.mistakes.guide;

import org.jspecify.annotations.NullMarked;

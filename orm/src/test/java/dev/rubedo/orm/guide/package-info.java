/**
 * The samples of {@code README.md} and of {@code docs/guide}, compiled and run. Start reading at {@code GettingStartedTest}.
 * Nothing may depend on this package.
 */
@EntityList
@NullMarked
package dev.rubedo.orm.guide;

import dev.rubedo.mapping.EntityList;
import org.jspecify.annotations.NullMarked;

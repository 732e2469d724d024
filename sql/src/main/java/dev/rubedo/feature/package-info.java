/** The capabilities that databases differ in. */
@NullMarked
package dev.rubedo.feature;

import org.jspecify.annotations.NullMarked;

/** Tests of the quickstart. */
@NullMarked
package dev.rubedo.examples.quickstart;

import org.jspecify.annotations.NullMarked;

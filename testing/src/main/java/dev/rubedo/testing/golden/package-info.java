/**
 * Expected text that a run can rewrite: {@code -Drubedo.golden=rewrite} puts what was found in the place of what was
 * expected, into the text blocks of the test itself or into a file, and the diff is then reviewed like any other
 * change.
 */
@NullMarked
package dev.rubedo.testing.golden;

import org.jspecify.annotations.NullMarked;

/**
 * Rewritable expected text: {@code -Drubedo.golden=rewrite} replaces expected with actual text, in the text blocks of
 * the test or in a file. The diff is then reviewed like any other change.
 */
@NullMarked
package dev.rubedo.testing.golden;

import org.jspecify.annotations.NullMarked;

/** Real databases and statement assertions for tests. */
@NullMarked
package dev.rubedo.testing;

import org.jspecify.annotations.NullMarked;

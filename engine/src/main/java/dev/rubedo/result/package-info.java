/** What comes back from a database. */
@NullMarked
package dev.rubedo.result;

import org.jspecify.annotations.NullMarked;

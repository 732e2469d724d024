/** Running statements on a database. */
@NullMarked
package dev.rubedo.engine;

import org.jspecify.annotations.NullMarked;

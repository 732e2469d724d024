/**
 * The language half of a database: its name, its features, its quoting and its renderers. Knows no driver.
 *
 * <p>Start reading at {@link dev.rubedo.dialect.Dialect}; {@link dev.rubedo.dialect.AnsiDialect} is the one that no
 * database speaks and that {@code toString()} prints.
 */
@NullMarked
package dev.rubedo.dialect;

import org.jspecify.annotations.NullMarked;

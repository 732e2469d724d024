/**
 * The language half of database support: names, features, quoting and renderers. Independent of any driver.
 *
 * <p>Start reading at {@link dev.rubedo.dialect.Dialect}; {@link dev.rubedo.dialect.AnsiDialect} is the standard
 * dialect that {@code toString()} prints.
 */
@NullMarked
package dev.rubedo.dialect;

import org.jspecify.annotations.NullMarked;

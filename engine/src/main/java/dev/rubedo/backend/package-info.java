/**
 * The JDBC half of a database: what the engine asks a database product for beside its SQL.
 *
 * <p>A {@link dev.rubedo.backend.Backend} joins a {@code Dialect} with codecs, connections, transactions, error
 * translation and reflection; a {@link dev.rubedo.backend.BackendProvider} announces it. Start reading at
 * {@link dev.rubedo.backend.Backend}.
 */
@NullMarked
package dev.rubedo.backend;

import org.jspecify.annotations.NullMarked;

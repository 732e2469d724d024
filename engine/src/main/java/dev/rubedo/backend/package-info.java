/**
 * The JDBC half of database support: what the engine needs from a database product besides its SQL.
 *
 * <p>A {@link dev.rubedo.backend.Backend} combines a {@code Dialect} with codecs, connections, transactions, error
 * translation and reflection; a {@link dev.rubedo.backend.BackendProvider} provides it. Start reading at
 * {@link dev.rubedo.backend.Backend}.
 */
@NullMarked
package dev.rubedo.backend;

import org.jspecify.annotations.NullMarked;

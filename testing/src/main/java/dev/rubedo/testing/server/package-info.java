/**
 * Where tests get their databases from: PostgreSQL, MariaDB and MySQL as real servers (started from binaries that Maven
 * brings, or reached by a URL), SQLite and H2 inside the JVM. Start reading at
 * {@link dev.rubedo.testing.server.TestServers}; a further database is added by a
 * {@link dev.rubedo.testing.server.DatabaseServerProvider}. Nothing here knows JUnit.
 */
@NullMarked
package dev.rubedo.testing.server;

import org.jspecify.annotations.NullMarked;

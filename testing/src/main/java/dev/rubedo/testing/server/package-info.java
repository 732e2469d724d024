/**
 * The databases of tests: PostgreSQL, MariaDB and MySQL as real servers (started from binaries in Maven artifacts, or
 * reached by a URL), SQLite and H2 inside the JVM. Start reading at {@link dev.rubedo.testing.server.TestServers}; to
 * add a database, implement {@link dev.rubedo.testing.server.DatabaseServerProvider}. Nothing here depends on JUnit.
 */
@NullMarked
package dev.rubedo.testing.server;

import org.jspecify.annotations.NullMarked;

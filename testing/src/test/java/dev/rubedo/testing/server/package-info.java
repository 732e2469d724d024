/** Tests of the servers by plain JDBC. */
@NullMarked
package dev.rubedo.testing.server;

import org.jspecify.annotations.NullMarked;

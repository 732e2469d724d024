/**
 * Database types as seen from SQL. Each has a Java type and a family. Binding and reading values on JDBC is defined
 * elsewhere. Start reading at {@link dev.rubedo.type.SqlType} and {@link dev.rubedo.type.Types}.
 */
@NullMarked
package dev.rubedo.type;

import org.jspecify.annotations.NullMarked;

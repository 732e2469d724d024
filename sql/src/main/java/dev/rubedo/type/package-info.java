/**
 * Database types as seen from SQL: each says which Java type it stands for and which family it belongs to. How a value
 * is bound and read on JDBC is not known here. Start reading at {@link dev.rubedo.type.SqlType} and
 * {@link dev.rubedo.type.Types}.
 */
@NullMarked
package dev.rubedo.type;

import org.jspecify.annotations.NullMarked;

/**
 * Codecs: how the value of a {@link dev.rubedo.type.SqlType} is bound to a JDBC statement and read from a JDBC result.
 *
 * <p>A {@link dev.rubedo.codec.Codecs} knows them for one database; it is asked once per statement and never per value.
 * Imports nothing above {@code dev.rubedo.type} and {@code dev.rubedo.error}. Start reading at
 * {@link dev.rubedo.codec.JdbcCodec}.
 */
@NullMarked
package dev.rubedo.codec;

import org.jspecify.annotations.NullMarked;

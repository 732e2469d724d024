/**
 * Codecs, which bind the values of a {@link dev.rubedo.type.SqlType} to a JDBC statement and read them from a JDBC
 * result.
 *
 * <p>A {@link dev.rubedo.codec.Codecs} has those of one database; it is consulted once per statement and never per
 * value. This package imports nothing above {@code dev.rubedo.type} and {@code dev.rubedo.error}. Start reading at
 * {@link dev.rubedo.codec.JdbcCodec}.
 */
@NullMarked
package dev.rubedo.codec;

import org.jspecify.annotations.NullMarked;

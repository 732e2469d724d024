package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import dev.rubedo.type.DialectType;

/**
 * A type of one database that brings its own codec, so that it needs no change of that database's module: one class
 * states its name, markers, literals and codec.
 *
 * <p>Immutable.
 *
 * @param <T> the Java type of its values
 */
@Spi
public interface JdbcDialectType<T> extends DialectType<T> {

    /**
     * Returns the codec of the type. It is asked once for each compiled statement; return a constant where possible.
     *
     * @param codecs the codecs of the database, for types made of others
     */
    JdbcCodec<T> codec(Codecs codecs);
}

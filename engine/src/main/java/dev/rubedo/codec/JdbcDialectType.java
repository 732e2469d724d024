package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import dev.rubedo.type.DialectType;

/**
 * A database-specific type that defines its own codec, so that the module of that database need not change: one class
 * defines its name, markers, literals and codec.
 *
 * <p>Immutable.
 *
 * @param <T> the Java type of its values
 */
@Spi
public interface JdbcDialectType<T> extends DialectType<T> {

    /**
     * Returns the codec of the type. Called once for each compiled statement; implementations should return a constant.
     *
     * @param codecs the codecs of the database, for types composed of others
     */
    JdbcCodec<T> codec(Codecs codecs);
}

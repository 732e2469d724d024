package dev.rubedo.codec;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values by their codecs, for the engine. The codecs of the most frequent types are recognized by their classes,
 * so that a compiler can inline them where columns of several types are read in turn; a call of the interface would be
 * looked up for each value. Stateless.
 */
public final class FrequentCodecs {

    private FrequentCodecs() {}

    /**
     * Reads a value of the current row, as {@link JdbcCodec#read} does.
     *
     * @param index the index of the column, from 1
     * @return the value, or null for NULL
     */
    public static @Nullable Object read(JdbcCodec<?> codec, ResultSet rows, int index) throws SQLException {
        if (codec instanceof TextCodec text) {
            return text.read(rows, index);
        }
        if (codec instanceof NumberCodecs.LongCodec number) {
            return number.read(rows, index);
        }
        if (codec instanceof NumberCodecs.IntegerCodec number) {
            return number.read(rows, index);
        }
        return codec.read(rows, index);
    }
}

package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import java.lang.reflect.Type;

/**
 * A writer and reader of JSON: what turns the values of a {@link dev.rubedo.type.JsonType} into text. Found by
 * {@link java.util.ServiceLoader}; the one over Jackson 3 is there when Jackson is. Implementations are thread-safe.
 */
@Spi
public interface JsonFormat {

    /** Returns a value as JSON text. */
    String write(Object value);

    /**
     * Reads JSON text.
     *
     * @param type the type to read it as, with type arguments
     */
    Object read(String json, Type type);
}

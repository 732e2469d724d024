package dev.rubedo.codec;

import dev.rubedo.stability.Spi;
import java.lang.reflect.Type;

/**
 * A JSON library, which converts the values of a {@link dev.rubedo.type.JsonType} to and from text. Found by
 * {@link java.util.ServiceLoader}; the format for Jackson 3 is available if Jackson is on the class path.
 * Implementations are thread-safe.
 */
@Spi
public interface JsonFormat {

    /** Returns a value as JSON text. */
    String write(Object value);

    /**
     * Parses JSON text.
     *
     * @param type the type to read it as, with type arguments
     */
    Object read(String json, Type type);
}

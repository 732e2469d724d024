package dev.rubedo.type;

import java.lang.reflect.Type;
import java.util.Objects;

/**
 * A JSON document. Immutable.
 *
 * @param <T> the type it is read as
 * @param javaType the class it is read as
 * @param fullType the type it is read as, with type arguments; the same as {@code javaType} if there are none
 */
public record JsonType<T>(Class<?> javaType, Type fullType) implements SqlType<T> {
    /** Checks the types. */
    public JsonType {
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(fullType, "fullType");
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.JSON;
    }
}

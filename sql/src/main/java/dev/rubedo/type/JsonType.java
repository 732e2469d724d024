package dev.rubedo.type;

import java.lang.reflect.Type;
import java.util.Objects;

/**
 * A JSON document. Immutable.
 *
 * @param <T> the type it is read as
 * @param javaType the class it is read as
 * @param fullType the type it is read as, with type arguments; the same as {@code javaType} if there are none
 * @param storesNull whether a Java null is stored as the JSON document {@code null} instead of SQL NULL
 */
public record JsonType<T>(Class<?> javaType, Type fullType, boolean storesNull) implements SqlType<T> {
    /** Checks the types. */
    public JsonType {
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(fullType, "fullType");
    }

    /**
     * Creates a type that stores a Java null as SQL NULL.
     *
     * @param javaType the class it is read as
     * @param fullType the type it is read as, with type arguments; the same as {@code javaType} if there are none
     */
    public JsonType(Class<?> javaType, Type fullType) {
        this(javaType, fullType, false);
    }

    /**
     * Returns this type, which stores a Java null as the JSON document {@code null} instead of SQL NULL. Both are read
     * as a Java null, and {@code isNull()} matches only SQL NULL.
     */
    public JsonType<T> storingNull() {
        return new JsonType<>(javaType, fullType, true);
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.JSON;
    }
}

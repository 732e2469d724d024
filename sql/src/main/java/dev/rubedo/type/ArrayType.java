package dev.rubedo.type;

import java.util.List;
import java.util.Objects;

/**
 * An array, read as a list. An array whose elements are arrays has several dimensions. Immutable.
 *
 * @param <E> the Java type of the elements
 * @param element the type of the elements
 */
public record ArrayType<E>(SqlType<E> element) implements SqlType<List<E>> {
    /** Checks the element type. */
    public ArrayType {
        Objects.requireNonNull(element, "element");
    }

    @Override
    public SqlType<List<E>> forDialect(String dialect) {
        var resolved = element.forDialect(dialect);
        return resolved == element ? this : new ArrayType<>(resolved);
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.ARRAY;
    }
}

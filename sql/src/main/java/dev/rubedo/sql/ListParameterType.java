package dev.rubedo.sql;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of a parameter in hand-written SQL that stands for a list of values: {@code IN :ids}. Statements are
 * compiled once for all lengths of the list. Immutable.
 *
 * @param <E> the Java type of the elements
 * @param element the type of the elements
 */
public record ListParameterType<E>(SqlType<E> element) implements CustomType<List<E>, E> {
    /** Checks the type. */
    public ListParameterType {
        Objects.requireNonNull(element, "element");
    }

    // the class of a list has no type arguments
    @Override
    @SuppressWarnings("unchecked")
    public Class<List<E>> javaType() {
        return (Class<List<E>>) (Class<?>) List.class;
    }

    @Override
    public SqlType<E> storage() {
        return element;
    }

    @Override
    public @Nullable E toStorage(@Nullable List<E> value) {
        throw alone();
    }

    @Override
    public @Nullable List<E> fromStorage(@Nullable E stored) {
        throw alone();
    }

    private static IllegalStateException alone() {
        return new IllegalStateException("A list is bound as its elements, never as one value");
    }
}

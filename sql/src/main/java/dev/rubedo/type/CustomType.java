package dev.rubedo.type;

import dev.rubedo.stability.Spi;
import org.jspecify.annotations.Nullable;

/**
 * A user-defined type based on another type: values are converted when they are bound and read. Implementations are
 * immutable and implement {@code equals} and {@code hashCode}, because statements are cached by their types; a record
 * or an enum does so automatically.
 *
 * @param <T> the Java type of its values
 * @param <S> the Java type of the stored value
 */
@Spi
public non-sealed interface CustomType<T, S> extends SqlType<T> {
    /** Returns the type of the stored value. */
    SqlType<S> storage();

    /**
     * Converts a value to be stored.
     *
     * @param value the value, or null
     */
    @Nullable
    S toStorage(@Nullable T value);

    /**
     * Converts a stored value.
     *
     * @param stored the stored value, or null
     */
    @Nullable
    T fromStorage(@Nullable S stored);

    /** Returns whether values are masked in logs and errors; false by default. */
    default boolean isSensitive() {
        return false;
    }

    /**
     * Returns the SQL of a parameter of this type, with exactly one {@code ?}, such as {@code lower(?)}. By default,
     * this is the marker of the storage type.
     *
     * @param storage the marker of the storage type, with one {@code ?}
     */
    default String marker(String storage) {
        return storage;
    }

    /**
     * Returns the SQL that selects an expression of this type, with exactly one {@code ?} in place of that expression.
     * By default, this is the SQL of the storage type.
     *
     * @param storage the SQL of the storage type, with one {@code ?}
     */
    default String selection(String storage) {
        return storage;
    }

    /** Returns the type family; by default that of the storage type. */
    @Override
    default TypeFamily family() {
        return storage().family();
    }
}

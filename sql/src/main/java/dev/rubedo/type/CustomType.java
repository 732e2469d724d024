package dev.rubedo.type;

import org.jspecify.annotations.Nullable;

/**
 * A type of your own on top of another: values are converted on their way in and out. Implementations are immutable and
 * have {@code equals} and {@code hashCode}, for statements are cached by their types; a record or an enum has them.
 *
 * @param <T> the Java type of its values
 * @param <S> the Java type of what is stored
 */
public non-sealed interface CustomType<T, S> extends SqlType<T> {
    /** Returns the type that is stored. */
    SqlType<S> storage();

    /**
     * Converts a value on its way in.
     *
     * @param value the value, or null
     */
    @Nullable
    S toStorage(@Nullable T value);

    /**
     * Converts what was stored on its way out.
     *
     * @param stored what was stored, or null
     */
    @Nullable
    T fromStorage(@Nullable S stored);

    /** Returns whether values are shown as stars in logs and errors; false unless overridden. */
    default boolean isSensitive() {
        return false;
    }

    /** Returns the family of the storage, unless overridden. */
    @Override
    default TypeFamily family() {
        return storage().family();
    }
}

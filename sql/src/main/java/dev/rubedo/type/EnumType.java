package dev.rubedo.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * An enumeration, stored as the names of its constants or as other labels. Immutable.
 *
 * @param <E> the enum class
 * @param javaType the enum class
 * @param name the name of the database type or of its check constraint
 * @param schema the schema of the database type; empty for that of the table
 * @param isNative whether to use a named enumeration type instead of a string on databases that have them
 * @param isChecked whether to add a check constraint on databases without such types
 * @param labels the stored texts, one for each constant in order
 * @param length the length of the string type; at least that of the longest label
 */
public record EnumType<E extends Enum<E>>(Class<E> javaType, String name, String schema, boolean isNative,
        boolean isChecked, List<String> labels, int length) implements EnumeratedType<E> {
    /** Checks that the class has constants. */
    public EnumType {
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(schema, "schema");
        if (javaType.getEnumConstants() == null || javaType.getEnumConstants().length == 0) {
            throw new IllegalArgumentException("Enum \"" + javaType.getName() + "\" has no constants");
        }
        if (name.isEmpty()) {
            name = javaType.getSimpleName().toLowerCase(Locale.ROOT);
        }
        labels = List.copyOf(labels);
        Labels.check(javaType.getName(), labels, javaType.getEnumConstants().length, length);
    }

    /**
     * Returns the type of an enum that is stored as the names of its constants.
     *
     * @param type the enum class
     */
    public static <E extends Enum<E>> EnumType<E> of(Class<E> type) {
        var constants = type.getEnumConstants();
        var names = constants == null ? List.<String>of() : Arrays.stream(constants).map(Enum::name).toList();
        return new EnumType<>(type, "", "", true, false, names, Labels.longest(names));
    }

    /**
     * Returns this type, which stores other texts than the names of the constants.
     *
     * @param label returns the stored text of a constant, which must be unique
     */
    public EnumType<E> storedAs(Function<? super E, String> label) {
        var texts = Arrays.stream(javaType.getEnumConstants()).<String>map(label).toList();
        int longest = Labels.longest(texts);
        boolean isGiven = length > Labels.longest(labels);
        return new EnumType<>(javaType, name, schema, isNative, isChecked, texts,
                isGiven ? Math.max(length, longest) : longest);
    }

    /**
     * Returns this type with a longer string type, to leave room for future labels.
     *
     * @param characters the length; at least that of the longest label
     */
    public EnumType<E> withLength(int characters) {
        return new EnumType<>(javaType, name, schema, isNative, isChecked, labels, characters);
    }

    /**
     * Returns the stored text of a constant.
     *
     * @param constant the constant
     */
    public String label(Enum<?> constant) {
        return labels.get(constant.ordinal());
    }

    /**
     * Returns this type under another name.
     *
     * @param other the name of the database type or of its check constraint
     */
    public EnumType<E> withName(String other) {
        return new EnumType<>(javaType, other, schema, isNative, isChecked, labels, length);
    }

    /**
     * Returns this type in a schema, so that tables in other schemas can share it.
     *
     * @param other the schema of the database type
     */
    public EnumType<E> inSchema(String other) {
        return new EnumType<>(javaType, name, Objects.requireNonNull(other, "schema"), isNative, isChecked, labels,
                length);
    }

    /** Returns this type as a plain string on every database, which accepts any text. */
    public EnumType<E> asString() {
        return new EnumType<>(javaType, name, schema, false, false, labels, length);
    }

    /** Returns this type as a plain string on every database, with a check constraint. */
    public EnumType<E> asText() {
        return new EnumType<>(javaType, name, schema, false, true, labels, length);
    }
}

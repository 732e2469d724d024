package dev.rubedo.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An enumeration, stored as the names of its constants. Immutable.
 *
 * @param <E> the enum class
 * @param javaType the enum class
 * @param name the name of the database type or of its check constraint
 * @param schema the schema of the database type; empty for that of the table
 * @param isNative whether to use a named enumeration type where the database has them, instead of a string
 * @param isChecked whether to add a check constraint where there is no such type
 */
public record EnumType<E extends Enum<E>>(Class<E> javaType, String name, String schema, boolean isNative,
        boolean isChecked) implements EnumeratedType<E> {
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
    }

    @Override
    public List<String> labels() {
        return Arrays.stream(javaType.getEnumConstants()).map(Enum::name).toList();
    }

    /**
     * Returns this type under another name.
     *
     * @param other the name of the database type or of its check constraint
     */
    public EnumType<E> withName(String other) {
        return new EnumType<>(javaType, other, schema, isNative, isChecked);
    }

    /**
     * Returns this type in a schema, so that tables of other schemas can share it.
     *
     * @param other the schema of the database type
     */
    public EnumType<E> inSchema(String other) {
        return new EnumType<>(javaType, name, Objects.requireNonNull(other, "schema"), isNative, isChecked);
    }

    /** Returns this type as a plain string on every database, which accepts any text. */
    public EnumType<E> asString() {
        return new EnumType<>(javaType, name, schema, false, false);
    }

    /** Returns this type as a plain string on every database, with a check constraint. */
    public EnumType<E> asText() {
        return new EnumType<>(javaType, name, schema, false, true);
    }
}

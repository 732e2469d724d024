package dev.rubedo.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An enumeration, kept by the names of its constants. Immutable.
 *
 * @param <E> the enum
 * @param javaType the enum
 * @param name the name of the database type or of its check constraint
 * @param schema the schema of the database type, empty for that of the table
 * @param isNative whether a database with named enumeration types makes one; else a string
 * @param isChecked whether a check constraint is made where there is no such type
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
     * Returns this type in a schema, which tables of other schemas can share.
     *
     * @param other the schema of the database type
     */
    public EnumType<E> inSchema(String other) {
        return new EnumType<>(javaType, name, Objects.requireNonNull(other, "schema"), isNative, isChecked);
    }

    /** Returns this type as a plain string on every database, with a check constraint. */
    public EnumType<E> asText() {
        return new EnumType<>(javaType, name, schema, false, true);
    }
}

package dev.rubedo.type;

import java.util.List;
import java.util.Objects;

/**
 * An enumeration without a Java enum, whose values are its labels as strings. Immutable.
 *
 * @param name the name of the database type or of its check constraint; empty if the database has no names
 * @param schema the schema of the database type; empty for that of the table
 * @param labels the labels, in order
 * @param isNative whether to use an enumeration type instead of a string on databases that have them
 * @param isChecked whether to add a check constraint on databases without such types
 * @param length the length of the string type; at least that of the longest label
 */
public record LabelType(String name, String schema, List<String> labels, boolean isNative, boolean isChecked,
        int length) implements EnumeratedType<String> {

    /** Copies the labels and checks that there is at least one, and that the longest fits. */
    public LabelType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("Enumeration \"" + name + "\" has no labels");
        }
        Labels.checkLength(name, labels, length);
    }

    /**
     * Creates an enumeration type, or a string with a check constraint on databases without one.
     *
     * @param name the name of the database type; empty if the database has no names
     * @param schema the schema of the database type; empty for that of the table
     * @param labels the labels, in order
     */
    public LabelType(String name, String schema, List<String> labels) {
        this(name, schema, labels, true, true, Labels.longest(labels));
    }

    /** Returns this type in a schema. */
    public LabelType inSchema(String other) {
        return new LabelType(name, other, labels, isNative, isChecked, length);
    }

    /** Returns this type as a plain string on every database, which accepts any text; only parameters are checked. */
    public LabelType asString() {
        return new LabelType(name, schema, labels, false, false, length);
    }

    /** Returns this type as a plain string on every database, with a check constraint. */
    public LabelType asText() {
        return new LabelType(name, schema, labels, false, true, length);
    }

    /** Returns this type without a check constraint where it is stored as a string. */
    public LabelType unchecked() {
        return new LabelType(name, schema, labels, isNative, false, length);
    }

    /**
     * Returns this type with a longer string type, to leave room for future labels.
     *
     * @param characters the length; at least that of the longest label
     */
    public LabelType withLength(int characters) {
        return new LabelType(name, schema, labels, isNative, isChecked, characters);
    }

    @Override
    public Class<?> javaType() {
        return String.class;
    }
}

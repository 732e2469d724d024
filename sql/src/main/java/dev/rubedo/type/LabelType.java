package dev.rubedo.type;

import java.util.List;
import java.util.Objects;

/**
 * An enumeration without a Java enum, whose values are its labels as strings. Immutable.
 *
 * @param name the name of the database type or of its check constraint; empty if the database has no names
 * @param schema the schema of the database type; empty for that of the table
 * @param labels the labels, in order
 */
public record LabelType(String name, String schema, List<String> labels) implements EnumeratedType<String> {

    /** Copies the labels and checks that there is at least one. */
    public LabelType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("Enumeration \"" + name + "\" has no labels");
        }
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public boolean isChecked() {
        return true;
    }

    @Override
    public Class<?> javaType() {
        return String.class;
    }
}

package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;

/**
 * A column of a function or of {@code VALUES} in {@code FROM}. Immutable.
 *
 * @param name the name
 * @param type the type
 */
public record ColumnName(String name, SqlType<?> type) {
    /** Checks the components. */
    public ColumnName {
        Objects.requireNonNull(type, "type");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a column is empty");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

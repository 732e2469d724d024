package dev.rubedo.schema;

import java.util.Objects;

/**
 * The expression of a computed column: {@code GENERATED ALWAYS AS (...)}. Immutable.
 *
 * @param sql the expression, written verbatim
 * @param storage whether the value is stored
 */
public record Computed(String sql, Storage storage) {

    /** Checks the components. */
    public Computed {
        Objects.requireNonNull(storage, "storage");
        if (sql.isBlank()) {
            throw new IllegalArgumentException("computed(): the SQL is empty");
        }
    }

    /** Whether the value of a computed column is stored. Immutable. */
    public enum Storage {
        /** Stored or not, according to the database's default. */
        DEFAULT,
        /** Stored. */
        STORED,
        /** Computed on each read. */
        VIRTUAL
    }
}

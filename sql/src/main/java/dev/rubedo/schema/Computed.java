package dev.rubedo.schema;

import java.util.Objects;

/**
 * {@code GENERATED ALWAYS AS (...)}. Immutable.
 *
 * @param sql the expression, written verbatim
 * @param storage whether the value is stored
 */
public record Computed(String sql, Storage storage) {

    /** Checks the parts. */
    public Computed {
        Objects.requireNonNull(storage, "storage");
        if (sql.isBlank()) {
            throw new IllegalArgumentException("computed(): the SQL is empty");
        }
    }

    /** Whether the value of a computed column is stored. Immutable. */
    public enum Storage {
        /** The database's default. */
        DEFAULT,
        /** Stored. */
        STORED,
        /** Computed on each read. */
        VIRTUAL
    }
}

package dev.rubedo.schema;

import java.util.Objects;

/**
 * {@code GENERATED ALWAYS AS (...)}. Immutable.
 *
 * @param sql the expression, written as it is
 * @param storage whether it is kept
 */
public record Computed(String sql, Storage storage) {

    /** Checks the parts. */
    public Computed {
        Objects.requireNonNull(storage, "storage");
        if (sql.isBlank()) {
            throw new IllegalArgumentException("computed(): the SQL is empty");
        }
    }

    /** Whether it is kept. Immutable. */
    public enum Storage {
        /** As the database does when nothing is said. */
        DEFAULT,
        /** Kept. */
        STORED,
        /** Computed at each reading. */
        VIRTUAL
    }
}

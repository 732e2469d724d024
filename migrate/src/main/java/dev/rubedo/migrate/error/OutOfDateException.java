package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;
import java.util.Collection;
import java.util.List;

/** Thrown when a database is not at the revisions that it should be at. Immutable. */
public class OutOfDateException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /** The recorded revisions; a list from List.copyOf, which is serializable. */
    @SuppressWarnings("serial") private final List<String> current;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which database, and what to do
     * @param current the revisions that the database records
     */
    public OutOfDateException(String message, Collection<String> current) {
        super(ErrorCode.OUT_OF_DATE, message, null);
        this.current = List.copyOf(current);
    }

    /** Returns the revisions that the database records. */
    public List<String> current() {
        return current;
    }
}

package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when the schema of a database differs from the one that its revisions create. Immutable. */
public class SchemaDriftException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what differs, and what to do
     */
    public SchemaDriftException(String message) {
        super(ErrorCode.SCHEMA_DRIFT, message, null);
    }
}

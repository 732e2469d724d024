package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when the source of a revision is not understood or does not compile. Immutable. */
public class RevisionSourceException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param place the file, and the line if it is known
     * @param message what is wrong, and what to do
     */
    public RevisionSourceException(String place, String message) {
        super(ErrorCode.REVISION_SOURCE, place + ": " + message, null);
    }
}

package dev.rubedo.migrate.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when the model of an application differs from what the revisions create. Immutable. */
public class ModelDiffersException extends MigrationException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what differs, and what to do
     */
    public ModelDiffersException(String message) {
        super(ErrorCode.MODEL_DIFFERS, message, null);
    }
}

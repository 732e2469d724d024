package dev.rubedo.error;

/** Thrown when a table is changed after its first use. Immutable. */
public class FrozenTableException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what happened, to which object, and what to do
     */
    public FrozenTableException(String message) {
        super(ErrorCode.FROZEN_TABLE, message);
    }
}

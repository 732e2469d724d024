package dev.rubedo.error;

/** A table that was changed after its first use. Immutable. */
public class FrozenTableException extends SchemaException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, to which thing, and what to do
     */
    public FrozenTableException(String message) {
        super(ErrorCode.FROZEN_TABLE, message);
    }
}

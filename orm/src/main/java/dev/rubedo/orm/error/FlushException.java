package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when a flush cannot be carried out. Immutable. */
public final class FlushException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. The message states what happened, to which object, and what to do. */
    public FlushException(String message) {
        super(ErrorCode.FLUSH, message);
    }
}

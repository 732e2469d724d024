package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** A flush that cannot be done. Immutable. */
public final class FlushException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what happened, to which thing, and what to do. */
    public FlushException(String message) {
        super(ErrorCode.FLUSH, message);
    }
}

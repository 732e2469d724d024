package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when an object or a session is in the wrong state for an operation. Immutable. */
public final class ObjectStateException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. The message states what happened, to which object, and what to do. */
    public ObjectStateException(String message) {
        super(ErrorCode.OBJECT_STATE, message);
    }
}

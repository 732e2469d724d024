package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** An object, or a session, that is in the wrong state for what was asked. Immutable. */
public final class ObjectStateException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what happened, to which thing, and what to do. */
    public ObjectStateException(String message) {
        super(ErrorCode.OBJECT_STATE, message);
    }
}

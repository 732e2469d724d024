package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when no row has the given identity. Immutable. */
public final class EntityNotFoundException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. The message states what happened, to which object, and what to do. */
    public EntityNotFoundException(String message) {
        super(ErrorCode.ENTITY_NOT_FOUND, message);
    }
}

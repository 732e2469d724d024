package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** No row has the given identity. Immutable. */
public final class EntityNotFoundException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what happened, to which thing, and what to do. */
    public EntityNotFoundException(String message) {
        super(ErrorCode.ENTITY_NOT_FOUND, message);
    }
}

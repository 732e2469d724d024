package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when a mapping is invalid. The message names the entity and the attribute. Immutable. */
public final class MappingException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. The message states what happened, to which entity, and what to do. */
    public MappingException(String message) {
        super(ErrorCode.MAPPING, message);
    }
}

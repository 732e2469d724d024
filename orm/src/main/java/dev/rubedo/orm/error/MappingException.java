package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** A mapping that cannot work: the message names entity and attribute. Immutable. */
public final class MappingException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what happened, to which thing, and what to do. */
    public MappingException(String message) {
        super(ErrorCode.MAPPING, message);
    }
}

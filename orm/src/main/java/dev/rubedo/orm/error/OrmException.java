package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;

/** Something that only the ORM can complain about. Immutable. */
public class OrmException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what happened, to which thing, and what to do. */
    public OrmException(ErrorCode code, String message) {
        super(code, message);
    }

    /** Makes an exception with what happened, to which thing, and what to do, and its cause. */
    public OrmException(ErrorCode code, String message, Throwable cause) {
        super(code, message, cause);
    }
}

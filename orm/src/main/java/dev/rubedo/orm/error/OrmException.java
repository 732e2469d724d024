package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;

/** The superclass of the exceptions that only the ORM throws. Immutable. */
public class OrmException extends RubedoException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. The message states what happened, to which object, and what to do. */
    public OrmException(ErrorCode code, String message) {
        super(code, message);
    }

    /** Creates an exception with a cause. The message states what happened, to which object, and what to do. */
    public OrmException(ErrorCode code, String message, Throwable cause) {
        super(code, message, cause);
    }
}

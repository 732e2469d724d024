package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown on access to an attribute that must not be loaded lazily. Immutable. */
public final class LazyLoadException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. The message states what happened, to which object, and what to do. */
    public LazyLoadException(String message) {
        super(ErrorCode.LAZY_LOAD, message);
    }
}

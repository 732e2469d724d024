package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** An attribute that a query forbade to load on access. Immutable. */
public final class LazyLoadException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what happened, to which thing, and what to do. */
    public LazyLoadException(String message) {
        super(ErrorCode.LAZY_LOAD, message);
    }
}

package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when an attribute is not loaded and cannot be, because its object belongs to no session. Immutable. */
public final class DetachedInstanceException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String attribute;

    /** Creates an exception for an attribute of an object, with advice on how to load it in time. */
    public DetachedInstanceException(String object, String attribute, String remedy) {
        super(ErrorCode.DETACHED_INSTANCE,
                object + " belongs to no session, and its attribute \"" + attribute + "\" is not loaded. " + remedy);
        this.attribute = attribute;
    }

    /** Returns the name of the attribute. */
    public String attribute() {
        return attribute;
    }
}

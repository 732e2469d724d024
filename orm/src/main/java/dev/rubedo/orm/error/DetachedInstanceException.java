package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** An attribute that is not there and cannot be loaded, because its object belongs to no session. Immutable. */
public final class DetachedInstanceException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String attribute;

    /** Makes an exception for an attribute of an object, with the way to have it loaded in time. */
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

package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when a row was changed or deleted by another transaction since it was loaded. Immutable. */
public final class StaleDataException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String entityName;
    private final String identity;

    /** Creates an exception for rows of an entity. */
    public StaleDataException(String entityName, String identity, String message) {
        super(ErrorCode.STALE_DATA, message);
        this.entityName = entityName;
        this.identity = identity;
    }

    /** Returns the name of the entity. */
    public String entityName() {
        return entityName;
    }

    /**
     * Returns the primary key, as text, of the object whose row is stale, or of several if the driver does not report
     * which.
     */
    public String identity() {
        return identity;
    }
}

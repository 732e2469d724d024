package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** A row that was changed or deleted by somebody else since it was loaded. Immutable. */
public final class StaleDataException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String entityName;
    private final String identity;

    /** Makes an exception for the rows of an entity. */
    public StaleDataException(String entityName, String identity, String message) {
        super(ErrorCode.STALE_DATA, message);
        this.entityName = entityName;
        this.identity = identity;
    }

    /** Returns the name of the entity. */
    public String entityName() {
        return entityName;
    }

    /** Returns the primary key, as text, of the object whose row is stale; of several, where the driver does not tell which. */
    public String identity() {
        return identity;
    }
}

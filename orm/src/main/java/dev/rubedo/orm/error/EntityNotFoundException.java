package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when no row has the given identity. Immutable. */
public final class EntityNotFoundException extends OrmException {
    private static final long serialVersionUID = 1L;

    /** The entity. */
    private final String entityName;

    /**
     * Creates an exception. The message states what happened, to which object, and what to do.
     *
     * @param entityName the name of the entity
     */
    public EntityNotFoundException(String entityName, String message) {
        super(ErrorCode.ENTITY_NOT_FOUND, message);
        this.entityName = entityName;
    }

    /** Returns the name of the entity that has no such row. */
    public String entityName() {
        return entityName;
    }
}

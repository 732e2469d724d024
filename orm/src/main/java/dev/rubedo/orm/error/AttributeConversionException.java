package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;

/** Thrown when the type of an attribute fails to convert a value to or from the database. Immutable. */
public final class AttributeConversionException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String entityName;
    private final String attribute;

    /**
     * Creates an exception.
     *
     * @param entityName the name of the entity
     * @param attribute the name of the attribute
     * @param message what happened, to which column and type
     * @param cause the exception that the type threw
     */
    public AttributeConversionException(String entityName, String attribute, String message, Throwable cause) {
        super(ErrorCode.CONVERSION, message, cause);
        this.entityName = entityName;
        this.attribute = attribute;
    }

    /** Returns the name of the entity. */
    public String entityName() {
        return entityName;
    }

    /** Returns the name of the attribute. */
    public String attribute() {
        return attribute;
    }
}

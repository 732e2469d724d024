package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;
import java.util.List;

/**
 * Thrown when an object cannot be written because required attributes have no value. The message names all of them.
 * Immutable.
 */
public final class RequiredAttributeException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String entityName;
    private final String attributes;

    private RequiredAttributeException(String entityName, String what, List<String> attributes, String remedy) {
        super(ErrorCode.REQUIRED_ATTRIBUTE, what + ": \"" + String.join("\", \"", attributes) + "\""
                + (attributes.size() == 1 ? " is required and has no value. Set it"
                        : " are required and have no value. Set them")
                + " before the flush" + remedy);
        this.entityName = entityName;
        this.attributes = String.join(",", attributes);
    }

    /**
     * Creates an exception for a new object.
     *
     * @param entityName the name of the entity
     * @param attributes its attributes without a value, in declaration order
     * @param isKey whether one of them is part of the primary key, which cannot be null
     */
    public static RequiredAttributeException ofNew(String entityName, List<String> attributes, boolean isKey) {
        return new RequiredAttributeException(entityName, "A new \"" + entityName + "\" cannot be inserted", attributes,
                isKey ? ", for example in the constructor: the database generates only integer keys."
                        : orNullable(attributes));
    }

    /**
     * Creates an exception for an object whose row would be updated.
     *
     * @param entityName the name of the entity
     * @param object the object
     * @param attributes its attributes that were set to null or lost their target, in declaration order
     */
    public static RequiredAttributeException ofChanged(String entityName, String object, List<String> attributes) {
        return new RequiredAttributeException(entityName, object + " cannot be updated", attributes,
                orNullable(attributes));
    }

    private static String orNullable(List<String> attributes) {
        return ", or declare " + (attributes.size() == 1 ? "it" : "them") + " @Nullable.";
    }

    /** Returns the name of the entity. */
    public String entityName() {
        return entityName;
    }

    /** Returns the names of the attributes without a value, in declaration order. */
    public List<String> attributes() {
        return List.of(attributes.split(","));
    }
}

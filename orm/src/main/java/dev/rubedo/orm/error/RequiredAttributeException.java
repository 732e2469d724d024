package dev.rubedo.orm.error;

import dev.rubedo.error.ErrorCode;
import java.util.List;

/** An object that cannot be inserted because required attributes have no value; names all of them. Immutable. */
public final class RequiredAttributeException extends OrmException {
    private static final long serialVersionUID = 1L;

    private final String entityName;
    private final String attributes;

    /** Makes an exception for an entity and its attributes without a value. */
    public RequiredAttributeException(String entityName, List<String> attributes) {
        super(ErrorCode.REQUIRED_ATTRIBUTE, "A new \"" + entityName + "\" cannot be inserted: " + quoted(attributes)
                + (attributes.size() == 1 ? " is required and has" : " are required and have")
                + " no value. Set " + (attributes.size() == 1 ? "it" : "them") + " before the flush, or declare "
                + (attributes.size() == 1 ? "it" : "them") + " @Nullable.");
        this.entityName = entityName;
        this.attributes = String.join(",", attributes);
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
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

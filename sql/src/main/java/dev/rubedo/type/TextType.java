package dev.rubedo.type;

/**
 * A string of unlimited length. Immutable.
 *
 * @param collation the collation, or empty
 */
public record TextType(String collation) implements SqlType<String> {
    /**
     * Returns this type with a collation.
     *
     * @param name the collation
     */
    public TextType withCollation(String name) {
        return new TextType(name);
    }

    @Override
    public Class<?> javaType() {
        return String.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.TEXT;
    }
}

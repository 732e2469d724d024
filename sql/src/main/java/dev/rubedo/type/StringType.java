package dev.rubedo.type;

/**
 * A string of limited length. Immutable.
 *
 * @param length the maximum number of characters; 0 for no limit
 * @param isFixed whether it is padded to its length (CHAR)
 * @param isNational whether it uses the national character set (NVARCHAR)
 * @param collation the collation, or empty
 */
public record StringType(int length, boolean isFixed, boolean isNational, String collation) implements SqlType<String> {
    /** Checks the length. */
    public StringType {
        if (length < 0) {
            throw new IllegalArgumentException("string(" + length + "): the length must be positive");
        }
    }

    /**
     * Returns this type with a collation.
     *
     * @param name the collation
     */
    public StringType withCollation(String name) {
        return new StringType(length, isFixed, isNational, name);
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

package dev.rubedo.type;

/**
 * Bytes. Immutable.
 *
 * @param length the maximum number of bytes; 0 for no limit
 */
public record BinaryType(int length) implements SqlType<byte[]> {
    /** Checks the length. */
    public BinaryType {
        if (length < 0) {
            throw new IllegalArgumentException("binary(" + length + "): the length must be positive");
        }
    }

    @Override
    public Class<?> javaType() {
        return byte[].class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.BINARY;
    }
}

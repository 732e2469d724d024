package dev.rubedo.type;

/** A type known only to the database. Values are returned as the driver delivers them. Immutable. */
public record UnknownType() implements SqlType<Object> {
    @Override
    public Class<?> javaType() {
        return Object.class;
    }

    @Override
    public TypeFamily family() {
        return TypeFamily.UNKNOWN;
    }
}

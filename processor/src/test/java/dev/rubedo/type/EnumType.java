package dev.rubedo.type;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class EnumType<E> implements SqlType<E> {

    public EnumType<E> withName(String other) {
        return this;
    }

    public EnumType<E> inSchema(String other) {
        return this;
    }

    public EnumType<E> asString() {
        return this;
    }

    public EnumType<E> withLength(int characters) {
        return this;
    }

    public EnumType<E> asText() {
        return this;
    }
}

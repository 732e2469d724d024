package dev.rubedo.mapping;

/** The visibility of a generated setter. Immutable. */
public enum Access {
    /** Any class can call the setter. */
    PUBLIC,
    /** Only the entity itself, its subclasses and its package can call the setter. */
    PROTECTED,
    /** No setter is generated. */
    NONE
}

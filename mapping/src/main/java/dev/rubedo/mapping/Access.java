package dev.rubedo.mapping;

/** The visibility of a generated setter. Immutable. */
public enum Access {
    /** Everybody may call the setter. */
    PUBLIC,
    /** The entity itself, its subclasses and its package may call the setter. */
    PROTECTED,
    /** No setter is generated. */
    NONE
}

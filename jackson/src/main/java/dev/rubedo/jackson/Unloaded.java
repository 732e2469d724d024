package dev.rubedo.jackson;

/** What JSON has for an attribute that is not loaded. */
public enum Unloaded {
    /** Nothing: the property is left out. */
    OMIT,
    /** The property with the value null. */
    NULL,
    /** Writing fails with the names of the attributes. */
    FAIL
}

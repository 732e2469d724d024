package dev.rubedo.jackson;

/** The JSON of an attribute that is not loaded. */
public enum Unloaded {
    /** The property is omitted. */
    OMIT,
    /** The property with the value null. */
    NULL,
    /** Writing fails with an error that names the attributes. */
    FAIL
}

package dev.rubedo.jackson;

/** The JSON of an object that contains itself, such as the author of a story of the author that is being written. */
public enum Repeated {
    /** An object with the attributes of the primary key. */
    KEY,
    /** The property or element is omitted. */
    OMIT,
    /** Writing fails with an error that shows the path. */
    FAIL
}

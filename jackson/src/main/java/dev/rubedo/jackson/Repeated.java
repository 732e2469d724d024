package dev.rubedo.jackson;

/** What JSON has for an object that is inside itself: the author of a story of the author that is being written. */
public enum Repeated {
    /** An object with the attributes of the primary key. */
    KEY,
    /** Nothing: the property or element is left out. */
    OMIT,
    /** Writing fails with the path. */
    FAIL
}

package dev.rubedo.mapping;

/** How a relationship is loaded, unless a query specifies otherwise. Immutable. */
public enum Loading {
    /** On first access, for all objects from the same result: a loop costs one additional statement. */
    BATCH,
    /** On first access, for this object only. */
    LAZY,
    /** With its owner, by a join in the same statement. */
    JOINED,
    /** Right after its owner, by one additional statement for all owners. */
    SELECT_IN,
    /** Never: accessing a relationship that a query did not load is an error. */
    RAISE
}

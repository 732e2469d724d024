package dev.rubedo.mapping;

/** How a relationship is loaded, unless a query says otherwise. Immutable. */
public enum Loading {
    /** At first access, for every object that came from the same result: a loop costs one more statement. */
    BATCH,
    /** At first access, for this object alone. */
    LAZY,
    /** With its owner, by a join in the same statement. */
    JOINED,
    /** Right after its owner, by one more statement for all owners. */
    SELECT_IN,
    /** Never: access to what a query did not load is an error. */
    RAISE
}

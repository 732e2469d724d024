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
    /** Right after its owner, by one additional statement that contains the query of the owners as a subquery. */
    SUBQUERY,
    /** Right after its owner, by one additional statement for each owner. */
    IMMEDIATE,
    /** Never: accessing a relationship that a query did not load is an error. */
    RAISE,
    /** Never by a statement: accessing an unloaded relationship is an error, unless the session has the target. */
    RAISE_ON_SQL,
    /** Never: a relationship that a query did not load is empty. */
    NO_LOAD
}

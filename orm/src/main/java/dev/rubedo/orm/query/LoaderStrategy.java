package dev.rubedo.orm.query;

import dev.rubedo.mapping.Loading;

/** When a relationship is loaded. Immutable. */
public enum LoaderStrategy {
    /** At first access, for every object that came from the same result. */
    BATCH,
    /** At first access, for this object alone. */
    LAZY,
    /** With its owner, by a join in the same statement. */
    JOINED,
    /** Right after its owner, by one more statement for all owners. */
    SELECT_IN,
    /** Never: access is an error. */
    RAISE;

    /** Returns the strategy that a mapping names. */
    public static LoaderStrategy of(Loading loading) {
        return switch (loading) {
            case BATCH -> BATCH;
            case LAZY -> LAZY;
            case JOINED -> JOINED;
            case SELECT_IN -> SELECT_IN;
        };
    }
}

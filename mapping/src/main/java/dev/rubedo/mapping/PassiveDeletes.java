package dev.rubedo.mapping;

/** What the deletion of an owner leaves to the database, whose foreign key has an {@code ON DELETE} action. Immutable. */
public enum PassiveDeletes {
    /** Nothing: targets are loaded, and deleted or released by statements. */
    NONE,
    /** Targets that are not loaded. Loaded ones are deleted or released, so that objects agree with their rows. */
    UNLOADED,
    /** All targets that are not deleted by a cascade: not even loaded ones are released. */
    ALL
}

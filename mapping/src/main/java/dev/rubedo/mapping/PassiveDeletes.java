package dev.rubedo.mapping;

/** What the deletion of an owner leaves to the database, whose foreign key has an {@code ON DELETE} action. Immutable. */
public enum PassiveDeletes {
    /** Nothing: targets are loaded, and deleted or dissociated by statements. */
    NONE,
    /**
     * Targets that are not loaded. Loaded ones are deleted or dissociated by statements, so that objects agree with
     * their rows.
     */
    UNLOADED,
    /** All targets that no cascade deletes: not even loaded ones are dissociated. */
    ALL
}

package dev.rubedo.mapping;

/** An operation that a relationship cascades to related objects. Immutable. */
public enum Cascade {
    /** Adding an object to a session adds its related objects. */
    SAVE_UPDATE,
    /** Merging an object merges its related objects. */
    MERGE,
    /** Refreshing or expiring an object refreshes or expires its related objects. */
    REFRESH_EXPIRE,
    /** Deleting an object deletes its related objects. */
    DELETE,
    /** Detaching an object from its session detaches its related objects. */
    DETACH,
    /** Removing an object from the relationship deletes it. */
    DELETE_ORPHAN,
    /** All except {@link #DELETE_ORPHAN}. */
    ALL,
    /** All operations. */
    ALL_DELETE_ORPHAN
}

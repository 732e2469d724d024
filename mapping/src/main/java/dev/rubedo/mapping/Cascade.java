package dev.rubedo.mapping;

/** What a relationship passes on to the objects it leads to. Immutable. */
public enum Cascade {
    /** Adding an object to a session adds the related ones. */
    SAVE_UPDATE,
    /** Merging an object merges the related ones. */
    MERGE,
    /** Refreshing or expiring an object does so with the related ones. */
    REFRESH_EXPIRE,
    /** Deleting an object deletes the related ones. */
    DELETE,
    /** Detaching an object from its session detaches the related ones. */
    DETACH,
    /** A related object that is taken out of the relationship is deleted. */
    DELETE_ORPHAN,
    /** All but {@link #DELETE_ORPHAN}. */
    ALL,
    /** All of them. */
    ALL_DELETE_ORPHAN
}

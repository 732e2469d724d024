package dev.rubedo.migrate.revision;

/** A change of one row of the version table. Immutable. */
public sealed interface VersionChange {

    /**
     * A new row.
     *
     * @param id the revision
     */
    record Insert(String id) implements VersionChange {}

    /**
     * A row that is removed.
     *
     * @param id the revision
     */
    record Delete(String id) implements VersionChange {}

    /**
     * A row that changes.
     *
     * @param from the old revision
     * @param to the new revision
     */
    record Update(String from, String to) implements VersionChange {}
}

package dev.rubedo.spring.boot;

import java.util.Set;

/**
 * The revisions of a database and of the application. Immutable.
 *
 * @param current the revisions at which the database is; empty for none
 * @param heads the newest revisions on the class path; empty if there are none
 */
public record SchemaState(Set<String> current, Set<String> heads) {

    /** Copies the sets. */
    public SchemaState {
        current = Set.copyOf(current);
        heads = Set.copyOf(heads);
    }

    /** Returns whether the application has no revisions, or the database is at the newest ones. */
    public boolean isUpToDate() {
        return heads.isEmpty() || heads.equals(current);
    }
}

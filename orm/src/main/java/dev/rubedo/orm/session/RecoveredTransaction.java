package dev.rubedo.orm.session;

import java.util.List;

/**
 * A two-phase transaction in several databases that {@link SessionFactory#recoverTwoPhase} has ended. Immutable.
 *
 * @param name the common part of its identifiers in the databases
 * @param isCommitted whether it was committed rather than rolled back
 * @param databases the databases in which it was still prepared, by their URLs without passwords
 */
public record RecoveredTransaction(String name, boolean isCommitted, List<String> databases) {

    /** Copies the list. */
    public RecoveredTransaction {
        databases = List.copyOf(databases);
    }
}

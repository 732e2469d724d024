package dev.rubedo.engine;

import dev.rubedo.stability.Spi;

/**
 * A listener for the changes that the transactions of an engine commit, for caches and for the routing of reads.
 * Implementations are thread-safe.
 */
@Spi
@FunctionalInterface
public interface TableChangeListener {

    /**
     * Called after a transaction that changed rows was committed, on its thread. A transaction whose commit failed with
     * an unknown outcome is reported as committed.
     */
    void afterCommit(TableChanges changes);
}

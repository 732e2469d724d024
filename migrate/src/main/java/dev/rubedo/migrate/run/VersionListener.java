package dev.rubedo.migrate.run;

import dev.rubedo.stability.Spi;

/**
 * A listener that is notified of each step, after it was performed and before its transaction is committed. It is
 * called by the running thread.
 */
@Spi
@FunctionalInterface
public interface VersionListener {
    /**
     * Called after a step. An exception makes the step fail.
     *
     * @param step the step and its context
     */
    void applied(AppliedStep step);
}

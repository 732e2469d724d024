package dev.rubedo.migrate.run;

import dev.rubedo.stability.Spi;

/** Is notified of each step, after it was made and before its transaction is committed. Called by the running thread. */
@Spi
@FunctionalInterface
public interface VersionListener {
    /**
     * Called after a step. An exception makes the step fail.
     *
     * @param step the step and its circumstances
     */
    void applied(AppliedStep step);
}

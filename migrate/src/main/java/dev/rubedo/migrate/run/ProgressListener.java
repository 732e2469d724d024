package dev.rubedo.migrate.run;

import dev.rubedo.stability.Spi;

/** Is told what a run does at the moment, for display. Called by the running thread, which it must not hold up. */
@Spi
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called when a step begins, before each of its statements, and after it.
     *
     * @param progress what the run does
     */
    void progressed(RunProgress progress);
}

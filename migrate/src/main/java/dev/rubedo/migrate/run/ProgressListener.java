package dev.rubedo.migrate.run;

import dev.rubedo.stability.Spi;

/** A listener for the progress of a run, for display. It is called by the running thread, which it must not block. */
@Spi
@FunctionalInterface
public interface ProgressListener {
    /**
     * Called when a step begins, before each of its statements, and after it.
     *
     * @param progress the progress of the run
     */
    void progressed(RunProgress progress);
}

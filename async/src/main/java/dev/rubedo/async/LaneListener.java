package dev.rubedo.async;

import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import org.jspecify.annotations.Nullable;

/**
 * A listener that notifies each lane of the statement that it executes, so that the statement can be cancelled.
 * Thread-safe.
 */
final class LaneListener implements ExecutionListener {

    @Override
    public void beforeExecute(Execution execution) {
        @Nullable Lane lane = Lane.ofThread();
        if (lane != null) {
            lane.executes(execution);
        }
    }
}

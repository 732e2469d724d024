package dev.rubedo.micrometer;

import dev.rubedo.engine.Execution;
import dev.rubedo.error.DatabaseException;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of the observation of one statement. Its span is of kind {@code CLIENT}; the trace is not sent with it, see
 * {@link dev.rubedo.engine.SqlComments} for that. Confined to one thread at a time.
 */
public final class ObservedStatement extends SenderContext<Execution> {

    private final Execution execution;
    private @Nullable DatabaseException failure;

    ObservedStatement(Execution execution) {
        super((carrier, key, value) -> {
            // SQL has no headers
        }, Kind.CLIENT);
        this.execution = execution;
        setCarrier(execution);
    }

    /** Returns the execution. */
    public Execution execution() {
        return execution;
    }

    /** Returns the failure of the statement, or null if it has not failed. */
    public @Nullable DatabaseException failure() {
        return failure;
    }

    void failed(DatabaseException exception) {
        failure = exception;
        setError(exception);
    }
}

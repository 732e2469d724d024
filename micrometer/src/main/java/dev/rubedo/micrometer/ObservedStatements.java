package dev.rubedo.micrometer;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.event.Registration;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;

/**
 * A listener that observes each statement of an engine with Micrometer: a span for tracing, and the timer
 * {@code db.client.operation.duration}.
 *
 * {@snippet :
 * ObservedStatements.of(registry).observe(engine);
 * }
 *
 * <p>An observation ends when the database has responded, as those of OpenTelemetry's agent do; with
 * {@link #untilRead()} when the rows were read. If that agent observes JDBC too, turn off one of them. Thread-safe.
 */
public final class ObservedStatements implements ExecutionListener {

    private final ObservationRegistry registry;
    private final ObservedStatementConvention convention;
    private final boolean isUntilRead;

    private ObservedStatements(ObservationRegistry registry, ObservedStatementConvention convention,
            boolean isUntilRead) {
        this.registry = registry;
        this.convention = convention;
        this.isUntilRead = isUntilRead;
    }

    /** Returns observations with the names of {@link OpenTelemetryConvention#DEFAULT}. */
    public static ObservedStatements of(ObservationRegistry registry) {
        return new ObservedStatements(Objects.requireNonNull(registry, "registry"), OpenTelemetryConvention.DEFAULT,
                false);
    }

    /** Returns observations with other names or key values. */
    public ObservedStatements withConvention(ObservedStatementConvention names) {
        return new ObservedStatements(registry, Objects.requireNonNull(names, "convention"), isUntilRead);
    }

    /**
     * Returns observations that include the time in which the program reads the rows of a result, and report the number
     * of rows as {@code db.response.returned_rows}.
     */
    public ObservedStatements untilRead() {
        return new ObservedStatements(registry, convention, true);
    }

    /** Observes the statements of an engine, until the registration is removed. */
    public Registration observe(Engine engine) {
        return engine.listen(this);
    }

    @Override
    public void beforeExecute(Execution execution) {
        if (!registry.isNoop()) {
            execution.notes().put(this, observation(new ObservedStatement(execution)).start());
        }
    }

    private Observation observation(ObservedStatement context) {
        return Observation.createNotStarted(convention, convention, () -> context, registry);
    }

    @Override
    public void afterExecute(Execution execution) {
        if (!isUntilRead || !execution.returnsRows()) {
            stop(execution);
        }
    }

    @Override
    public void afterRead(Execution execution) {
        stop(execution);
    }

    @Override
    public void afterError(Execution execution, DatabaseException failure) {
        if (registry.isNoop()) {
            return;
        }
        var running = execution.notes().remove(this);
        if (running instanceof Observation observation) {
            failed(observation, failure);
        } else if (running == null && execution.duration().isZero()) {
            // it could not be prepared
            failed(observation(new ObservedStatement(execution)).start(), failure);
        }
    }

    private static void failed(Observation observation, DatabaseException failure) {
        if (observation.getContext() instanceof ObservedStatement context) {
            context.failed(failure);
        }
        observation.error(failure);
        observation.stop();
    }

    private void stop(Execution execution) {
        if (execution.notes().remove(this) instanceof Observation observation) {
            observation.stop();
        }
    }
}

package dev.rubedo.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observations of statements and their key values. {@link OpenTelemetryConvention} is the default.
 * Implementations must be thread-safe.
 */
public interface ObservedStatementConvention extends ObservationConvention<ObservedStatement> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof ObservedStatement;
    }
}

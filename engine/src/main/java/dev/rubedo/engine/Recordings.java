package dev.rubedo.engine;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * A factory of events for JDK Flight Recorder. Their classes, for which the JVM generates code, are not loaded before a
 * recording is started, so that short programs do not pay for them. Stateless.
 */
final class Recordings {
    private Recordings() {}

    /** Returns the event of a transaction that has begun, or null if no recording has enabled it. */
    static @Nullable TransactionEvent transaction() {
        return FlightRecorder.isInitialized() ? TransactionEvent.begun() : null;
    }

    /** Returns the event of a statement that has begun, or null if no recording has enabled it. */
    static @Nullable StatementEvent statement() {
        return FlightRecorder.isInitialized() ? StatementEvent.begun() : null;
    }
}

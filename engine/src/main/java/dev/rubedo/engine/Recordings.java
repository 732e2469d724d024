package dev.rubedo.engine;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Events for recordings of JDK Flight Recorder. Their classes, which the JVM generates code for, are not loaded before a
 * recording was started, so that a short program does not pay for them. Stateless.
 */
final class Recordings {
    private Recordings() {}

    /** Returns the event of a transaction that has begun, or null unless a recording wants it. */
    static @Nullable TransactionEvent transaction() {
        return FlightRecorder.isInitialized() ? TransactionEvent.begun() : null;
    }

    /** Returns the event of a statement that has begun, or null unless a recording wants it. */
    static @Nullable StatementEvent statement() {
        return FlightRecorder.isInitialized() ? StatementEvent.begun() : null;
    }
}

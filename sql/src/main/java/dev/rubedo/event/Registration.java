package dev.rubedo.event;

/** The registration of a listener. Thread-safe. */
@FunctionalInterface
public interface Registration {
    /** Removes the listener, so that it is no longer called. A second call has no effect. */
    void remove();
}

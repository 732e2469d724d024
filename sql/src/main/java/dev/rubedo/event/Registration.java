package dev.rubedo.event;

/** A listener's place in a list; removing it ends its calls. Thread-safe. */
@FunctionalInterface
public interface Registration {
    /** Removes the listener. A second call does nothing. */
    void remove();
}

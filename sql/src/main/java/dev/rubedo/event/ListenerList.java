package dev.rubedo.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Listeners in the order in which they were added. Firing reads one volatile field, so that an empty list costs next to
 * nothing; modifications copy the list. A listener that is added several times is called as many times. Thread-safe.
 *
 * @param <L> the listener type
 */
public final class ListenerList<L> {
    private volatile List<Slot<L>> slots = List.of();

    /** Creates an empty list. */
    public ListenerList() {}

    /**
     * Adds a listener at the end.
     *
     * @param listener the listener
     */
    public Registration add(L listener) {
        var slot = new Slot<>(Objects.requireNonNull(listener, "listener"));
        synchronized (this) {
            var changed = new ArrayList<>(slots);
            changed.add(slot);
            slots = List.copyOf(changed);
        }
        return () -> remove(slot);
    }

    private synchronized void remove(Slot<L> slot) {
        var changed = new ArrayList<>(slots);
        changed.removeIf(other -> other == slot);
        slots = List.copyOf(changed);
    }

    /** Returns whether there are no listeners. */
    public boolean isEmpty() {
        return slots.isEmpty();
    }

    /**
     * Calls all listeners in the order in which they were added. If a listener throws, the others are not called.
     *
     * @param call calls a listener
     */
    public void fire(Consumer<? super L> call) {
        for (var slot : slots) {
            call.accept(slot.listener);
        }
    }

    /** Returns the current listeners, in the order in which they were added. */
    public List<L> listeners() {
        return slots.stream().map(slot -> slot.listener).toList();
    }

    /** The identity of one registration, because a listener can be added several times. */
    private static final class Slot<L> {
        private final L listener;

        private Slot(L listener) {
            this.listener = listener;
        }
    }
}

package dev.rubedo.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Listeners in the order they were added. Firing reads one volatile field, so that an empty list costs next to nothing;
 * changes copy. The same listener may be added several times and is then called as often. Thread-safe.
 *
 * @param <L> the listener
 */
public final class ListenerList<L> {
    private volatile List<Slot<L>> slots = List.of();

    /** Makes an empty list. */
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

    /** Returns whether nobody listens. */
    public boolean isEmpty() {
        return slots.isEmpty();
    }

    /**
     * Calls every listener in the order they were added. A listener that throws ends the round.
     *
     * @param call what to call on each
     */
    public void fire(Consumer<? super L> call) {
        for (var slot : slots) {
            call.accept(slot.listener);
        }
    }

    /** Returns the listeners as they are now, in the order they were added. */
    public List<L> listeners() {
        return slots.stream().map(slot -> slot.listener).toList();
    }

    /** Identity of one adding: the same listener may be there twice. */
    private static final class Slot<L> {
        private final L listener;

        private Slot(L listener) {
            this.listener = listener;
        }
    }
}

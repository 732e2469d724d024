package dev.rubedo.orm.internal.loading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The relationships that are loaded after the rows of a query, each followed by those of its targets: executed one
 * after another instead of nested, so a chain of objects may be longer than the stack. Confined to one thread at a
 * time.
 */
final class LoadSteps {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Runnable> added = new ArrayList<>();

    /** Adds a step that runs after the current one, before those that are already waiting. */
    void add(Runnable step) {
        added.add(step);
    }

    /** Returns the next step, or null if there is none. */
    @Nullable
    Runnable next() {
        added.reversed().forEach(waiting::push);
        added.clear();
        return waiting.poll();
    }
}

package dev.rubedo.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerListTest {
    private final ListenerList<Runnable> listeners = new ListenerList<>();
    private final List<String> calls = new ArrayList<>();

    @Test
    void listenersAreCalledInTheOrderTheyWereAdded() {
        listeners.add(() -> calls.add("first"));
        listeners.add(() -> calls.add("second"));

        listeners.fire(Runnable::run);

        assertThat(calls).containsExactly("first", "second");
    }

    @Test
    void removingEndsOneListenerOnly() {
        Runnable same = () -> calls.add("same");
        var first = listeners.add(same);
        listeners.add(same);

        first.remove();
        first.remove();
        listeners.fire(Runnable::run);

        assertThat(calls).containsExactly("same");
    }

    @Test
    void aListenerMayRemoveItselfWhileItIsCalled() {
        var registration = new Registration[1];
        registration[0] = listeners.add(() -> {
            calls.add("once");
            registration[0].remove();
        });

        listeners.fire(Runnable::run);
        listeners.fire(Runnable::run);

        assertThat(calls).containsExactly("once");
        assertThat(listeners.isEmpty()).isTrue();
    }
}

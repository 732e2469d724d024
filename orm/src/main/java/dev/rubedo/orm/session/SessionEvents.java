package dev.rubedo.orm.session;

import dev.rubedo.event.ListenerList;
import dev.rubedo.event.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The listeners of one session: those of its factory, then its own. Confined to one thread at a time. */
final class SessionEvents {

    private final Session session;
    private final ListenerList<SessionListener> shared;
    private @Nullable ListenerList<SessionListener> own;

    SessionEvents(Session session, ListenerList<SessionListener> shared) {
        this.session = session;
        this.shared = shared;
    }

    Registration listen(SessionListener listener) {
        if (own == null) {
            own = new ListenerList<>();
        }
        return own.add(listener);
    }

    boolean isEmpty() {
        return shared.isEmpty() && (own == null || own.isEmpty());
    }

    void fire(BiConsumer<SessionListener, Session> call) {
        shared.fire(listener -> call.accept(listener, session));
        if (own != null) {
            own.fire(listener -> call.accept(listener, session));
        }
    }

    List<SessionListener> all() {
        List<SessionListener> all = new ArrayList<>(shared.listeners());
        if (own != null) {
            all.addAll(own.listeners());
        }
        return all;
    }
}

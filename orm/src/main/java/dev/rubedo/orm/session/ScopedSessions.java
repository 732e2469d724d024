package dev.rubedo.orm.session;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A registry of sessions, one for each scope such as a thread or a request, for programs that do not pass the session
 * as an argument. {@link #current()} opens the session of the calling scope on first use; {@link #remove()} closes it at
 * the end of the scope. As in SQLAlchemy (scoped_session). Thread-safe; each session is used by one thread at a time.
 */
public final class ScopedSessions {

    private final SessionFactory factory;
    private final @Nullable Supplier<?> scope;
    private final ThreadLocal<@Nullable Session> ofThread = new ThreadLocal<>();
    private final Map<Object, Session> byScope = new ConcurrentHashMap<>();

    /** @param scope returns an object that identifies the calling scope, or null for the thread */
    ScopedSessions(SessionFactory factory, @Nullable Supplier<?> scope) {
        this.factory = factory;
        this.scope = scope;
    }

    private static Object key(Supplier<?> scope) {
        return Objects.requireNonNull(scope.get(),
                "The supplier of the scope returned null. Return an object that identifies the scope.");
    }

    /** Returns the session of the calling scope, which is opened on first use and after {@link #remove()}. */
    public Session current() {
        if (scope != null) {
            return byScope.computeIfAbsent(key(scope), any -> factory.open());
        }
        Session session = ofThread.get();
        if (session == null) {
            session = factory.open();
            ofThread.set(session);
        }
        return session;
    }

    /** Returns whether the calling scope has a session. */
    public boolean isPresent() {
        return scope != null ? byScope.containsKey(key(scope)) : ofThread.get() != null;
    }

    /**
     * Closes the session of the calling scope: its transaction is rolled back unless it was committed. A no-op if the
     * scope has no session.
     */
    public void remove() {
        Session session = scope != null ? byScope.remove(key(scope)) : ofThread.get();
        ofThread.remove();
        if (session != null) {
            session.close();
        }
    }

    @Override
    public String toString() {
        return "ScopedSessions[" + factory + "]";
    }
}

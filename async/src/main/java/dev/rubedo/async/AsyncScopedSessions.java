package dev.rubedo.async;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A registry of asynchronous sessions, one for each scope such as a request, for programs that do not pass the session
 * as an argument. {@link #current()} opens the session of the calling scope on first use; {@link #remove()} closes it at
 * the end of the scope. As in SQLAlchemy (async_scoped_session). Thread-safe.
 */
public final class AsyncScopedSessions {

    private final AsyncSessionFactory factory;
    private final Supplier<?> scope;
    private final Map<Object, AsyncSession> byScope = new ConcurrentHashMap<>();

    AsyncScopedSessions(AsyncSessionFactory factory, Supplier<?> scope) {
        this.factory = factory;
        this.scope = Objects.requireNonNull(scope, "scope");
    }

    private Object key() {
        return Objects.requireNonNull(scope.get(),
                "The supplier of the scope returned null. Return an object that identifies the scope.");
    }

    /** Returns the session of the calling scope, which is opened on first use and after {@link #remove()}. */
    public AsyncSession current() {
        return byScope.computeIfAbsent(key(), any -> factory.open());
    }

    /** Returns whether the calling scope has a session. */
    public boolean isPresent() {
        return byScope.containsKey(key());
    }

    /**
     * Closes the session of the calling scope: its transaction is rolled back unless it was committed. Earlier calls
     * are executed first. A no-op if the scope has no session.
     */
    public CompletableFuture<Void> remove() {
        var session = byScope.remove(key());
        return session == null ? CompletableFuture.completedFuture(null) : session.close();
    }
}

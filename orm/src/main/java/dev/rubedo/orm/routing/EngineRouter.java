package dev.rubedo.orm.routing;

import dev.rubedo.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the engine of a statement that a session executes, of a row that it writes and of what it loads. Set with
 * {@code SessionFactory.builder(...).router(...)}. As in SQLAlchemy ({@code Session.get_bind}). Implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface EngineRouter {

    /**
     * Returns the engine, or null for the one that the binds of the factory determine.
     *
     * @param request what needs an engine
     */
    @Nullable
    Engine route(RoutingRequest request);
}

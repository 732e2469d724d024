package dev.rubedo.orm.routing;

import dev.rubedo.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * A strategy that chooses the engine of each statement that a session executes, of each row that it writes and of each
 * load. Set with {@code SessionFactory.builder(...).router(...)}. As in SQLAlchemy ({@code Session.get_bind}).
 * Implementations must be thread-safe.
 */
@FunctionalInterface
public interface EngineRouter {

    /**
     * Returns the engine, or null for the one that the binds of the factory determine.
     *
     * @param request the statement, row or load that needs an engine
     */
    @Nullable
    Engine route(RoutingRequest request);
}

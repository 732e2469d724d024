package dev.rubedo.engine;

import dev.rubedo.stability.Spi;

/**
 * An extension of engines: it changes their options before they are created, and adds listeners afterwards. SPI: found
 * by its name in the option {@code plugin} of a URL through {@link java.util.ServiceLoader}, or passed to
 * {@link EngineBuilder#plugin}.
 *
 * <p>Implementations are thread-safe: one instance may serve several engines.
 */
@Spi
public interface EnginePlugin {

    /** Returns the name for the option {@code plugin} of a URL. */
    String name();

    /**
     * Changes the options of an engine before it is created. The plug-in removes the options of the URL that belong to
     * it, because a driver would reject them.
     *
     * @param builder the builder with all options that the program has set
     */
    default void configure(EngineBuilder builder) {}

    /**
     * Called after an engine was created, for example to add listeners.
     *
     * @param engine the engine, which has not connected yet unless it uses a data source
     */
    default void afterCreate(Engine engine) {}
}

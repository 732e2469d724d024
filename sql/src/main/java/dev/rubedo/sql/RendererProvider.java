package dev.rubedo.sql;

import dev.rubedo.stability.Spi;

/**
 * A provider of the renderer for {@code toString()} of statement trees, found once through
 * {@link java.util.ServiceLoader}. Without one, {@code toString()} lists the components of the nodes. Thread-safe.
 */
@Spi
public interface RendererProvider {
    /** Returns the renderer for all kinds of nodes. */
    StatementRenderer renderer();
}

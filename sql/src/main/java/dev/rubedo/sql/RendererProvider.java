package dev.rubedo.sql;

/**
 * Provides the renderer for {@code toString()} of statement trees. Found once through {@link java.util.ServiceLoader}.
 * Without one, {@code toString()} lists the components of the nodes. Thread-safe.
 */
public interface RendererProvider {
    /** Returns the renderer for all kinds of nodes. */
    StatementRenderer renderer();
}

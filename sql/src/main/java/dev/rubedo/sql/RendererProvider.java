package dev.rubedo.sql;

/**
 * Gives {@code toString()} of the tree its renderer. Found once through {@link java.util.ServiceLoader}; without one,
 * nodes tell only their names. Thread-safe.
 */
public interface RendererProvider {
    /** Returns the renderer that understands everything. */
    StatementRenderer renderer();
}

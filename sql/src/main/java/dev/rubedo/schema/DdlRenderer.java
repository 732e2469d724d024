package dev.rubedo.schema;

/** Writes DDL as SQL. Every dialect is one. Thread-safe. */
public interface DdlRenderer {
    /**
     * Returns DDL as SQL.
     *
     * @param element what is written
     */
    String render(DdlElement element);
}

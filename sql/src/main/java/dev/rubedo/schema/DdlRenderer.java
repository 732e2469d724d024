package dev.rubedo.schema;

/** A renderer of DDL as SQL. Every dialect is one. Thread-safe. */
public interface DdlRenderer {
    /**
     * Returns the SQL of a DDL statement.
     *
     * @param element the statement
     */
    String render(DdlElement element);
}

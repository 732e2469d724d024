package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;

/**
 * A filter that decides by their names which objects of a database are compared. Thread-safe if the implementation says
 * so.
 */
@Spi
@FunctionalInterface
public interface NameFilter {
    /**
     * Returns whether the objects with a name are compared. For schemas and tables, it is called before they are read.
     *
     * @param kind the kind of object
     * @param name the name; empty for the default schema and for constraints without a name
     * @param parent the schema of a table, sequence or view; the table, as {@code schema.table}, of anything else;
     *     empty for a schema and for objects in the default schema
     */
    boolean includes(ObjectKind kind, String name, String parent);
}

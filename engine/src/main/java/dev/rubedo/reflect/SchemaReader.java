package dev.rubedo.reflect;

import dev.rubedo.stability.Spi;
import dev.rubedo.type.LabelType;
import java.util.Collection;
import java.util.List;

/**
 * A reader of the catalog of one database product. SPI. It reads in bulk: a fixed number of queries for any number of
 * tables, if the database allows it. An empty schema name means the default schema of the connection. Implementations
 * are immutable.
 */
@Spi
public interface SchemaReader {

    /** Returns the type catalog. */
    TypeCatalog types();

    /** Returns the name of the default schema of the connection; empty if the database has none. */
    String defaultSchema(CatalogQueries catalog);

    /** Returns the names of all schemas, sorted; empty if the database has none. */
    List<String> schemaNames(CatalogQueries catalog);

    /** Returns the names of the tables of a schema, sorted. */
    List<String> tableNames(CatalogQueries catalog, String schema);

    /** Returns the names of the views of a schema, sorted, except materialized ones. */
    List<String> viewNames(CatalogQueries catalog, String schema);

    /** Returns the views of a schema with their definitions, materialized ones included, sorted by name. */
    default List<ReflectedView> views(CatalogQueries catalog, String schema) {
        return List.of();
    }

    /** Returns the sequences of a schema, sorted by name; empty if the database has none. */
    default List<ReflectedSequence> sequences(CatalogQueries catalog, String schema) {
        return List.of();
    }

    /** Returns the named enumeration types of a schema, sorted by name; empty if the database has no such types. */
    default List<LabelType> enums(CatalogQueries catalog, String schema) {
        return List.of();
    }

    /** Returns the names of the tables and views of a schema that belong to an extension of the database. */
    default List<String> namesOfExtensions(CatalogQueries catalog, String schema) {
        return List.of();
    }

    /** Returns the names of the temporary tables of the connection, sorted; empty if the database does not list them. */
    default List<String> temporaryTableNames(CatalogQueries catalog) {
        return List.of();
    }

    /** Returns the names of the temporary views of the connection, sorted; empty if the database does not list them. */
    default List<String> temporaryViewNames(CatalogQueries catalog) {
        return List.of();
    }

    /**
     * Returns tables of a schema, in the order of their names.
     *
     * @param names the requested tables; those that do not exist are omitted
     */
    List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names);

    /** Returns the spellings that metadata may use for a table name returned by this reader. */
    default List<String> spellings(String name) {
        return List.of(name);
    }

    /** Returns whether a schema has a sequence with this name. */
    default boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return false;
    }

    /** Returns whether a schema has a type with this name. */
    default boolean hasType(CatalogQueries catalog, String schema, String type) {
        return false;
    }
}

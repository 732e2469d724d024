package dev.rubedo.reflect;

import dev.rubedo.stability.Spi;
import java.util.Collection;
import java.util.List;

/**
 * Reads the catalog of one database product. SPI. It reads in bulk: a fixed number of queries for any number of tables,
 * where the database allows. An empty schema name means the connection's own. Implementations are immutable.
 */
@Spi
public interface SchemaReader {

    /** Returns the types by their names in the catalog. */
    TypeCatalog types();

    /** Returns the name of the schema that the connection works in; empty where the database has none. */
    String defaultSchema(CatalogQueries catalog);

    /** Returns the names of all schemas, sorted; empty where the database has none. */
    List<String> schemaNames(CatalogQueries catalog);

    /** Returns the names of the tables of a schema, sorted. */
    List<String> tableNames(CatalogQueries catalog, String schema);

    /** Returns the names of the views of a schema, sorted. */
    List<String> viewNames(CatalogQueries catalog, String schema);

    /**
     * Returns tables of a schema, in the order of their names.
     *
     * @param names the tables wanted; those that do not exist are left out
     */
    List<ReflectedTable> tables(CatalogQueries catalog, String schema, Collection<String> names);

    /** Returns the ways in which a table's name may be written in metadata, for a name that this reader gave. */
    default List<String> spellings(String name) {
        return List.of(name);
    }

    /** Returns whether a schema has a sequence of this name. */
    default boolean hasSequence(CatalogQueries catalog, String schema, String sequence) {
        return false;
    }

    /** Returns whether a schema has a type of this name. */
    default boolean hasType(CatalogQueries catalog, String schema, String type) {
        return false;
    }
}

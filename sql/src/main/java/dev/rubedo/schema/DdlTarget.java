package dev.rubedo.schema;

import dev.rubedo.feature.Feature;

/** A database that DDL can be run on. Engines and connections are. Thread-safe if the implementation says so. */
public interface DdlTarget {
    /**
     * Runs DDL.
     *
     * @param element what is run
     */
    void execute(DdlElement element);

    /**
     * Returns whether there is a table of a name.
     *
     * @param schema the schema, or empty for the default of the connection
     * @param table the name
     */
    boolean hasTable(String schema, String table);

    /**
     * Returns whether there is a sequence of a name.
     *
     * @param schema the schema, or empty for the default of the connection
     * @param sequence the name
     */
    boolean hasSequence(String schema, String sequence);

    /**
     * Returns whether there is a type of a name.
     *
     * @param schema the schema, or empty for the default of the connection
     * @param type the name
     */
    boolean hasType(String schema, String type);

    /**
     * Returns whether the database has a feature.
     *
     * @param feature the feature
     */
    boolean supports(Feature feature);
}

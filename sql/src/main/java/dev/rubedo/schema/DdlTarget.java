package dev.rubedo.schema;

import dev.rubedo.feature.Feature;
import java.util.Set;
import java.util.function.Consumer;

/** A database that DDL can be run on. Engines and connections are. Thread-safe if the implementation says so. */
public interface DdlTarget {
    /**
     * Runs DDL.
     *
     * @param element what is run
     */
    void execute(DdlElement element);

    /**
     * Runs work on one connection, in one transaction where this is not in one already: what an engine does for itself,
     * a connection has done for it.
     *
     * @param work what is run; the target it gets is valid until it returns
     */
    default void together(Consumer<? super DdlTarget> work) {
        work.accept(this);
    }

    /**
     * Returns the names of all tables of a schema.
     *
     * @param schema the schema, or empty for the default of the connection
     */
    Set<String> tableNames(String schema);

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

    /** Returns the name of the dialect, which decides between the variants of a type. */
    String dialectName();

    /**
     * Returns whether the database has a feature.
     *
     * @param feature the feature
     */
    boolean supports(Feature feature);
}

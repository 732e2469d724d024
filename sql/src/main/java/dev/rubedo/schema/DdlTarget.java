package dev.rubedo.schema;

import dev.rubedo.feature.Feature;
import dev.rubedo.stability.Spi;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A database that DDL can be executed on, such as an engine or a connection. Thread-safe if the implementation says so.
 */
@Spi
public interface DdlTarget {
    /**
     * Executes a DDL statement.
     *
     * @param element the statement
     */
    void execute(DdlElement element);

    /**
     * Runs work on one connection, in a transaction: an engine opens its own connection; a connection uses its open
     * transaction, if there is one.
     *
     * @param work the work; the target passed to it is valid until it returns
     */
    default void together(Consumer<? super DdlTarget> work) {
        work.accept(this);
    }

    /**
     * Returns the names of all tables of a schema.
     *
     * @param schema the schema, or empty for the default schema of the connection
     */
    Set<String> tableNames(String schema);

    /**
     * Returns the names of all views of a schema, materialized ones included; by default none.
     *
     * @param schema the schema, or empty for the default schema of the connection
     */
    default Set<String> viewNames(String schema) {
        return Set.of();
    }

    /**
     * Returns whether a table with that name exists.
     *
     * @param schema the schema, or empty for the default schema of the connection
     * @param table the name
     */
    boolean hasTable(String schema, String table);

    /**
     * Returns whether a sequence with that name exists.
     *
     * @param schema the schema, or empty for the default schema of the connection
     * @param sequence the name
     */
    boolean hasSequence(String schema, String sequence);

    /**
     * Returns whether a type with that name exists.
     *
     * @param schema the schema, or empty for the default schema of the connection
     * @param type the name
     */
    boolean hasType(String schema, String type);

    /** Returns the name of the dialect, which selects among the variants of a type. */
    String dialectName();

    /**
     * Returns whether the database supports a feature.
     *
     * @param feature the feature
     */
    boolean supports(Feature feature);
}

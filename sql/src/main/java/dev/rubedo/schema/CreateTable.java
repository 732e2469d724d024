package dev.rubedo.schema;

import java.util.List;

/**
 * {@code CREATE TABLE} with its constraints. Immutable.
 *
 * @param table the table
 * @param foreignKeys those of its foreign keys that are made with it
 * @param ifNotExists whether a table that is there is no error
 */
public record CreateTable(Table table, List<ForeignKey> foreignKeys, boolean ifNotExists) implements DdlElement {
    /** Checks the table, copies the list. */
    public CreateTable {
        table.requireNoAlias("created");
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * Makes a table with all its foreign keys.
     *
     * @param table the table
     */
    public CreateTable(Table table) {
        this(table, table.foreignKeys(), false);
    }
}

package dev.rubedo.schema;

import java.util.List;

/**
 * {@code CREATE TABLE} with its constraints. Immutable.
 *
 * @param table the table
 * @param foreignKeys the foreign keys to create with the table
 * @param ifNotExists whether to do nothing if the table exists, instead of failing
 */
public record CreateTable(Table table, List<ForeignKey> foreignKeys, boolean ifNotExists) implements DdlElement {
    /** Checks the table, copies the list. */
    public CreateTable {
        table.requireNoAlias("created");
        table.requireNoView("created by CREATE TABLE. Use a CreateView");
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * Creates a table with all its foreign keys.
     *
     * @param table the table
     */
    public CreateTable(Table table) {
        this(table, table.foreignKeys(), false);
    }
}

package dev.rubedo.schema;

/**
 * A change to a table that exists ({@code ALTER TABLE}), other than to its constraints. Immutable.
 */
public sealed interface TableAlteration extends DdlElement
        permits AddColumn, DropColumn, AlterColumn, RenameColumn, RenameTable {
    /** Returns the table to change. */
    Table table();
}

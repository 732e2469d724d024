package dev.rubedo.schema;

/** A change to an existing table ({@code ALTER TABLE}), except to its constraints. Immutable. */
public sealed interface TableAlteration extends DdlElement
        permits AddColumn, DropColumn, AlterColumn, RenameColumn, RenameTable {
    /** Returns the table to change. */
    Table table();
}

package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;

/** A change of anything but one table: sequences, types, views, rows, or whatever SQL changes. Immutable. */
public sealed interface DatabaseOperation extends MigrationOperation
        permits CreateSequenceOperation, DropSequenceOperation, CreateSchemaOperation, DropSchemaOperation,
        AlterSequenceOperation, CreateEnumOperation, DropEnumOperation, AddEnumValueOperation, AlterEnumOperation,
        CreateViewOperation, DropViewOperation, InsertRowsOperation, BackfillOperation, ExecuteOperation,
        CustomOperation {

    /**
     * Returns what the operation makes of a schema in memory; the same schema if its effect is not known.
     *
     * @param before the schema before the operation
     */
    SchemaSnapshot effect(SchemaSnapshot before);
}

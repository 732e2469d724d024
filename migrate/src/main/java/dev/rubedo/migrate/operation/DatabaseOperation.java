package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;

/**
 * A change of something other than a table: sequences, types, views, rows, or an arbitrary change by SQL. Immutable.
 */
public sealed interface DatabaseOperation extends MigrationOperation
        permits CreateSequenceOperation, DropSequenceOperation, CreateSchemaOperation, DropSchemaOperation,
        AlterSequenceOperation, CreateEnumOperation, DropEnumOperation, AddEnumValueOperation, AlterEnumOperation,
        CreateViewOperation, DropViewOperation, InsertRowsOperation, BackfillOperation, ExecuteOperation,
        CustomOperation {

    /**
     * Returns the schema in memory after the operation; the same schema if the effect is not known.
     *
     * @param before the schema before the operation
     */
    SchemaSnapshot effect(SchemaSnapshot before);
}

package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;

/** A change of one table. Immutable. */
public sealed interface TableOperation extends MigrationOperation
        permits CreateTableOperation, DropTableOperation, RenameTableOperation, AddColumnOperation,
        DropColumnOperation, AlterColumnOperation, CreateIndexOperation, DropIndexOperation, AddConstraintOperation,
        DropConstraintOperation, SetTableCommentOperation, ModifyTableOperation,
        BatchOperation {

    /** Returns the name of the table, as it is before the operation. */
    TableName table();
}

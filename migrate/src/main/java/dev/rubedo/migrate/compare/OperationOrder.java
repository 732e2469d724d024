package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AddEnumValueOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.AlterEnumOperation;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.BatchOptions;
import dev.rubedo.migrate.operation.CreateEnumOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateSchemaOperation;
import dev.rubedo.migrate.operation.CreateSequenceOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.CreateViewOperation;
import dev.rubedo.migrate.operation.CustomOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropEnumOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.DropSchemaOperation;
import dev.rubedo.migrate.operation.DropSequenceOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.DropViewOperation;
import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.InsertRowsOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.SetTableCommentOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts operations by what depends on what: what refers is dropped first and created last. Operations of one rank keep their
 * order. Stateless.
 */
final class OperationOrder {
    private OperationOrder() {}

    static List<MigrationOperation> sorted(List<MigrationOperation> operations) {
        Set<List<String>> replaced = new HashSet<>();
        for (var operation : operations) {
            if (operation instanceof AddColumnOperation add) {
                replaced.add(List.of(add.table().toString(), add.column().name()));
            }
        }
        return operations.stream().sorted(Comparator.comparingInt(operation -> rank(operation, replaced))).toList();
    }

    private static int rank(MigrationOperation operation, Set<List<String>> added) {
        return switch (operation) {
            case DropViewOperation o -> 0;
            case DropConstraintOperation o when o.kind() == ConstraintKind.FOREIGN_KEY -> 1;
            case CreateSchemaOperation o -> 2;
            case CreateSequenceOperation o -> 3;
            case AlterSequenceOperation o -> 3;
            case CreateEnumOperation o -> 4;
            case AddEnumValueOperation o -> 4;
            case AlterEnumOperation o -> 4;
            case RenameTableOperation o -> 5;
            case DropIndexOperation o -> 6;
            case DropConstraintOperation o -> o.kind() == ConstraintKind.PRIMARY_KEY ? 8 : 7;
            case CreateTableOperation o -> 9;
            case DropColumnOperation o -> added.contains(List.of(o.table().toString(), o.column())) ? 10 : 13;
            case AddColumnOperation o -> 11;
            case AlterColumnOperation o -> 12;
            case AddConstraintOperation o -> rank(o.constraint().kind());
            case CreateIndexOperation o -> 17;
            case SetTableCommentOperation o -> 19;
            case ModifyTableOperation o -> 13;
            case BatchOperation o -> 13;
            case DropTableOperation o -> 20;
            case DropSequenceOperation o -> 21;
            case DropEnumOperation o -> 21;
            case DropSchemaOperation o -> 22;
            case CreateViewOperation o -> 23;
            case InsertRowsOperation o -> 24;
            case ExecuteOperation o -> 24;
            case OutsideTransactionOperation o -> 24;
            case CustomOperation o -> 24;
        };
    }

    private static int rank(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> 14;
            case UNIQUE -> 15;
            case CHECK, EXCLUSION -> 16;
            case FOREIGN_KEY -> 18;
        };
    }

    /** Puts the changes of each table that exists into one batch, where the first of them is. */
    static List<MigrationOperation> inBatches(List<MigrationOperation> operations) {
        var batches = new LinkedHashMap<TableName, List<TableOperation>>();
        for (var operation : operations) {
            var change = change(operation);
            if (change != null) {
                batches.computeIfAbsent(change.table(), table -> new ArrayList<>()).add(change);
            }
        }
        var result = new ArrayList<MigrationOperation>();
        for (var operation : operations) {
            var change = change(operation);
            if (change == null) {
                result.add(operation);
                continue;
            }
            var changes = batches.remove(change.table());
            if (changes != null) {
                result.add(new BatchOperation(change.table(), changes, BatchOptions.DEFAULT));
            }
        }
        return sorted(result);
    }

    private static @Nullable TableOperation change(MigrationOperation operation) {
        return operation instanceof TableOperation change && !(operation instanceof CreateTableOperation)
                && !(operation instanceof DropTableOperation) && !(operation instanceof RenameTableOperation) ? change
                        : null;
    }
}

package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AddEnumValueOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.AlterEnumOperation;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.ColumnChange;
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
import dev.rubedo.migrate.snapshot.ConstraintKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            case AlterColumnOperation o when isCounting(o) ->
                Boolean.TRUE.equals(o.change().autoincrement()) ? 15 : 6;
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
            case BackfillOperation o -> 24;
            case ExecuteOperation o -> 24;
            case OutsideTransactionOperation o -> 24;
            case CustomOperation o -> 24;
        };
    }

    /** Whether a change is only about which key the database generates. */
    private static boolean isCounting(AlterColumnOperation alter) {
        var on = alter.change().autoincrement();
        return on != null && alter.change().equals(ColumnChange.NONE.withAutoincrement(on));
    }

    private static int rank(ConstraintKind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> 14;
            case UNIQUE -> 15;
            case CHECK, EXCLUSION -> 16;
            case FOREIGN_KEY -> 18;
        };
    }

    /** Returns operations with those that drop views before all others. */
    static List<MigrationOperation> viewsFirst(List<MigrationOperation> operations) {
        return operations.stream()
                .sorted(Comparator.comparing(operation -> !(operation instanceof DropViewOperation))).toList();
    }
}

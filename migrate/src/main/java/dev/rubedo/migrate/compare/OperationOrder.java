package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.OperationStep;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of operations by dependencies: objects that refer to others are dropped first and created last. Operations
 * of the same step keep their order. Stateless.
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
        return operations.stream().sorted(Comparator.comparing(operation -> step(operation, replaced))).toList();
    }

    /** Computed columns are there only while those that they are computed from do not change. */
    private static OperationStep step(MigrationOperation operation, Set<List<String>> added) {
        return operation instanceof DropColumnOperation drop
                && (isComputed(drop) || added.contains(List.of(drop.table().toString(), drop.column())))
                        ? OperationStep.REPLACE_COLUMNS
                        : operation.step();
    }

    private static boolean isComputed(DropColumnOperation drop) {
        var add = drop.existing();
        return add != null && add.column().computed() != null;
    }

    /** Returns operations with those that drop views first. */
    static List<MigrationOperation> viewsFirst(List<MigrationOperation> operations) {
        return operations.stream()
                .sorted(Comparator.comparing(operation -> operation.step() != OperationStep.DROP_VIEWS)).toList();
    }
}

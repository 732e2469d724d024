package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.BatchOptions;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.CreateViewOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grouping of the changes of each table into one batch. A foreign key to a table that is created, changed or
 * dropped is dropped by a separate batch before, and added by one after, because SQLite checks foreign keys in between.
 * Confined to one thread at a time.
 */
final class BatchGrouping {
    private final List<MigrationOperation> operations;
    private final Set<TableName> changed = new HashSet<>();
    private final Map<TableName, List<TableOperation>> first = new LinkedHashMap<>();
    private final Map<TableName, List<TableOperation>> main = new LinkedHashMap<>();
    private final Map<TableName, List<TableOperation>> last = new LinkedHashMap<>();

    /** Creates a grouping of sorted operations. */
    BatchGrouping(List<MigrationOperation> operations) {
        this.operations = operations;
    }

    List<MigrationOperation> operations() {
        for (var operation : operations) {
            if (operation instanceof TableOperation change) {
                changed.add(change.table());
            }
        }
        var before = new ArrayList<MigrationOperation>();
        var drops = new ArrayList<MigrationOperation>();
        var after = new ArrayList<MigrationOperation>();
        for (var operation : operations) {
            var change = change(operation);
            if (change != null) {
                group(change).computeIfAbsent(change.table(), table -> new ArrayList<>()).add(change);
            } else if (operation instanceof DropTableOperation) {
                drops.add(operation);
            } else if (operation instanceof CreateViewOperation) {
                after.add(operation);
            } else {
                before.add(operation);
            }
        }
        var result = batches(first);
        result.addAll(drops);
        result.addAll(batches(main));
        result.addAll(before);
        result.addAll(batches(last));
        result.addAll(after);
        return OperationOrder.viewsFirst(result);
    }

    private Map<TableName, List<TableOperation>> group(TableOperation change) {
        return switch (change) {
            case DropConstraintOperation drop when drop.existing() instanceof ForeignKeySnapshot key
                    && changed.contains(key.target()) ->
                first;
            case AddConstraintOperation add when add.constraint() instanceof ForeignKeySnapshot key
                    && changed.contains(key.target()) ->
                last;
            case TableOperation other -> main;
        };
    }

    private static List<MigrationOperation> batches(Map<TableName, List<TableOperation>> groups) {
        var batches = new ArrayList<MigrationOperation>();
        groups.forEach((table, changes) -> batches.add(new BatchOperation(table, changes, BatchOptions.DEFAULT)));
        return batches;
    }

    private static @Nullable TableOperation change(MigrationOperation operation) {
        return operation instanceof TableOperation change && !(operation instanceof CreateTableOperation)
                && !(operation instanceof DropTableOperation) && !(operation instanceof RenameTableOperation) ? change
                        : null;
    }
}

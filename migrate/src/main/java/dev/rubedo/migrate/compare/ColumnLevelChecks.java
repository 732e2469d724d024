package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.CheckConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The preservation of checks that are part of a column definition on MariaDB: they have no name, and any change of the
 * column removes them. Those to keep become constraints of the table; those to remove are added to the table when the
 * change is undone. Stateless.
 */
final class ColumnLevelChecks {
    private ColumnLevelChecks() {}

    static List<MigrationOperation> kept(List<MigrationOperation> operations, ComparisonContext context,
            ConstraintNames names) {
        if (!context.dialect().catalogTraits().has(CatalogTrait.CHECKS_IN_COLUMNS)) {
            return operations;
        }
        var result = new ArrayList<>(operations);
        for (var pair : context.tables()) {
            for (var column : pair.from().columns()) {
                var removed = removed(pair.name(), column, operations);
                result.removeAll(removed);
                if (pair.to().find(column.name()).isPresent() && !column.checks().isEmpty()) {
                    keep(pair, column, removed, result, context, names);
                }
            }
        }
        return result;
    }

    private static List<DropConstraintOperation> removed(TableName table, ColumnSnapshot column,
            List<MigrationOperation> operations) {
        var removed = new ArrayList<DropConstraintOperation>();
        for (var operation : operations) {
            if (operation instanceof DropConstraintOperation drop && drop.table().equals(table)
                    && drop.name().isEmpty() && drop.existing() instanceof ConstraintSnapshot.Check check
                    && column.checks().contains(check.check())) {
                removed.add(drop);
            }
        }
        return removed;
    }

    private static void keep(TablePair pair, ColumnSnapshot column, List<DropConstraintOperation> removed,
            List<MigrationOperation> result, ComparisonContext context, ConstraintNames names) {
        boolean isAltered = result.stream().anyMatch(operation -> operation instanceof AlterColumnOperation alter
                && alter.table().equals(pair.name()) && alter.column().equals(column.name()));
        if (removed.isEmpty() && !isAltered) {
            return;
        }
        if (!isAltered) {
            result.add(new AlterColumnOperation(pair.name(), column.name(), ColumnChange.NONE.withType(column.type()),
                    ColumnComparator.existing(pair.from(), column, context), ""));
        }
        for (var check : column.checks()) {
            var name = names.free("ck_" + pair.name().name() + "_" + column.name());
            var named = new ConstraintSnapshot.Check(check.named(name));
            result.add(new DropConstraintOperation(pair.name(), name, ConstraintKind.CHECK, named, true, false));
            if (removed.stream().noneMatch(drop -> isOf(drop, check))) {
                result.add(new AddConstraintOperation(pair.name(), named));
            }
        }
    }

    private static boolean isOf(DropConstraintOperation drop, CheckConstraint check) {
        return Objects.equals(drop.existing(), new ConstraintSnapshot.Check(check));
    }
}

package dev.rubedo.migrate.compare;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A comparator of tables. A table is created after those that it refers to, and dropped before them. Foreign keys that
 * close a cycle, or that refer to a key that is added to an existing table, are added separately. Stateless.
 */
final class TableComparator implements SchemaComparator {

    @Override
    public void compare(ComparisonContext context) {
        create(context);
        drop(context);
    }

    private static void create(ComparisonContext context) {
        boolean canAlter = context.dialect().supports(Feature.ALTER_TABLE_CONSTRAINTS);
        var created = new HashSet<TableName>();
        var later = new ArrayList<AddConstraintOperation>();
        for (var table : sorted(context.addedTables())) {
            created.add(table.name());
            var inline = new ArrayList<ConstraintSnapshot>();
            for (var constraint : table.constraints()) {
                if (!canAlter || !(constraint instanceof ForeignKeySnapshot key) || created.contains(key.target())
                        || hasKeyAlready(context, key)) {
                    inline.add(constraint);
                } else {
                    later.add(new AddConstraintOperation(table.name(), constraint));
                }
            }
            context.add(new CreateTableOperation(table.withConstraints(inline), false));
        }
        later.forEach(context::add);
    }

    /** Returns whether the referenced key already exists, or is in a table that is not compared. */
    private static boolean hasKeyAlready(ComparisonContext context, ForeignKeySnapshot key) {
        var target = context.from().find(key.target());
        return target.isEmpty() ? context.to().find(key.target()).isEmpty() : isKey(target.get(), key.targetColumns())
                && !ForeignKeyComparator.changesTarget(key, context);
    }

    static boolean isKey(TableSnapshot table, List<String> columns) {
        return table.constraints().stream().anyMatch(
                each -> (each.kind() == ConstraintKind.PRIMARY_KEY || each.kind() == ConstraintKind.UNIQUE)
                        && each.columns().equals(columns));
    }

    private static void drop(ComparisonContext context) {
        boolean canAlter = context.dialect().supports(Feature.ALTER_TABLE_CONSTRAINTS);
        var order = new ArrayList<>(sorted(context.removedTables()));
        Collections.reverse(order);
        Set<TableName> dropped = new HashSet<>();
        Set<TableName> all = new HashSet<>();
        order.forEach(table -> all.add(table.name()));
        for (var table : order) {
            var remaining = new ArrayList<>(table.constraints());
            for (var key : table.foreignKeys()) {
                boolean isInTheWay = all.contains(key.target()) && dropped.contains(key.target())
                        && !key.target().equals(table.name()) || ForeignKeyComparator.changesTarget(key, context);
                if (isInTheWay && canAlter && !key.name().isEmpty()) {
                    remaining.remove(key);
                    context.add(new DropConstraintOperation(table.name(), key.name(), ConstraintKind.FOREIGN_KEY, key,
                            false, false));
                }
            }
            dropped.add(table.name());
            context.add(new DropTableOperation(table.name(), table.withConstraints(remaining), false));
        }
    }

    /** Returns tables in an order in which each follows those that it refers to, except in cycles. */
    static List<TableSnapshot> sorted(List<TableSnapshot> tables) {
        Map<TableName, TableSnapshot> open = new LinkedHashMap<>();
        tables.forEach(table -> open.put(table.name(), table));
        var sorted = new ArrayList<TableSnapshot>();
        while (!open.isEmpty()) {
            var next = open.values().stream().filter(table -> table.foreignKeys().stream()
                    .noneMatch(key -> !key.target().equals(table.name()) && open.containsKey(key.target())))
                    .findFirst().orElseGet(() -> open.values().iterator().next());
            open.remove(next.name());
            sorted.add(next);
        }
        return sorted;
    }
}

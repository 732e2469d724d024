package dev.rubedo.migrate.compare;

import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what may have been renamed instead of dropped and added, and asks the rule. A table is a candidate if at least half
 * of its columns are those of the other, a column if its type is the same. Confined to one thread at a time.
 */
final class Renames {
    private final SchemaSnapshot to;
    private final TypeComparison types;
    private final RenameRule rule;
    private final List<MigrationOperation> operations = new ArrayList<>();
    private SchemaSnapshot from;

    Renames(SchemaSnapshot from, SchemaSnapshot to, TypeComparison types, RenameRule rule) {
        this.from = from;
        this.to = to;
        this.types = types;
        this.rule = rule;
    }

    /** Asks the rule; afterwards the first schema has the new names. */
    void find() {
        for (var table : to.tables().values()) {
            if (from.find(table.name()).isEmpty()) {
                findTable(table);
            }
        }
        for (var table : to.tables().values()) {
            from.find(table.name()).ifPresent(found -> findColumns(found, table));
        }
    }

    SchemaSnapshot from() {
        return from;
    }

    List<MigrationOperation> operations() {
        return List.copyOf(operations);
    }

    private void findTable(TableSnapshot added) {
        var candidates = from.tables().values().stream()
                .filter(table -> to.find(table.name()).isEmpty()
                        && table.name().schema().equals(added.name().schema()))
                .filter(table -> likeness(table, added) >= 0.5)
                .sorted(Comparator.comparingDouble(table -> -likeness(table, added)))
                .map(table -> table.name().name()).toList();
        if (candidates.isEmpty()) {
            return;
        }
        rule.oldName(new RenameCandidate(ObjectKind.TABLE, added.name(), added.name().name(), candidates))
                .ifPresent(old -> {
                    require(candidates, old, "table \"" + added.name() + "\"");
                    apply(new RenameTableOperation(new TableName(added.name().schema(), old), added.name().name()));
                });
    }

    private static void require(List<String> candidates, String old, String what) {
        if (!candidates.contains(old)) {
            throw new IllegalArgumentException("The old name \"" + old + "\" of " + what + " is none of " + candidates);
        }
    }

    private void apply(MigrationOperation operation) {
        operations.add(operation);
        from = SchemaReplay.apply(from, operation);
    }

    /** Returns the share of columns with the same name and type. */
    private double likeness(TableSnapshot one, TableSnapshot other) {
        long same = one.columns().stream().filter(column -> other.find(column.name())
                .filter(found -> types.isSame(other.name(), column.type(), found.type())).isPresent()).count();
        return 2.0 * same / (one.columns().size() + other.columns().size());
    }

    private void findColumns(TableSnapshot before, TableSnapshot after) {
        for (var added : after.columns()) {
            var current = from.require(after.name());
            if (current.find(added.name()).isPresent()) {
                continue;
            }
            var candidates = current.columns().stream()
                    .filter(column -> after.find(column.name()).isEmpty() && before.find(column.name()).isPresent())
                    .filter(column -> isLike(column, added, after.name()))
                    .sorted(Comparator.comparingInt(column -> difference(column.name(), added.name())))
                    .map(ColumnSnapshot::name).toList();
            if (!candidates.isEmpty()) {
                rule.oldName(new RenameCandidate(ObjectKind.COLUMN, after.name(), added.name(), candidates))
                        .ifPresent(old -> rename(current, added, old, candidates));
            }
        }
    }

    private void rename(TableSnapshot table, ColumnSnapshot added, String old, List<String> candidates) {
        require(candidates, old, "column \"" + table.name() + "." + added.name() + "\"");
        var column = table.require(old);
        apply(new AlterColumnOperation(table.name(), old, ColumnChange.NONE.withName(added.name()),
                ColumnChange.NONE.withType(column.type()).withNullable(column.isNullable()), ""));
    }

    private boolean isLike(ColumnSnapshot one, ColumnSnapshot other, TableName table) {
        return (one.computed() == null) == (other.computed() == null)
                && types.isSame(table, one.type(), other.type());
    }

    /** Returns the number of characters to insert, remove or replace to turn one name into the other. */
    private static int difference(String one, String other) {
        var costs = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(replaced, Math.min(costs[j], costs[j - 1]) + 1);
            }
        }
        return costs[other.length()];
    }
}

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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A search for renames. It asks the rule first for names that are known, then for candidates. A table is a candidate if
 * at least half of its columns match, a column if its type is the same. Confined to one thread at a time.
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

    /** Applies the rule; afterwards, the first schema has the new names. */
    void find() {
        to.tables().values().forEach(this::applyKnownTable);
        to.tables().values().forEach(this::findTable);
        for (var table : to.tables().values()) {
            from.find(table.name()).ifPresent(found -> {
                table.columns().forEach(column -> applyKnownColumn(found, table, column));
                table.columns().forEach(column -> findColumn(found, table, column));
            });
        }
    }

    SchemaSnapshot from() {
        return from;
    }

    List<MigrationOperation> operations() {
        return List.copyOf(operations);
    }

    private void applyKnownTable(TableSnapshot added) {
        if (from.find(added.name()).isEmpty()) {
            ask(rule::knownOldName, table(added, missingTables(added)), old -> rename(added, old));
        }
    }

    private void findTable(TableSnapshot added) {
        if (from.find(added.name()).isEmpty()) {
            var like = missingTables(added).stream().filter(table -> likeness(table, added) >= 0.5)
                    .sorted(Comparator.comparingDouble(table -> -likeness(table, added))).toList();
            ask(rule::oldName, table(added, like), old -> rename(added, old));
        }
    }

    /** Returns the tables that the second schema lacks and that are in the same schema as an added one. */
    private List<TableSnapshot> missingTables(TableSnapshot added) {
        return from.tables().values().stream().filter(table -> to.find(table.name()).isEmpty()
                && table.name().schema().equals(added.name().schema())).toList();
    }

    private static RenameCandidate table(TableSnapshot added, List<TableSnapshot> old) {
        return new RenameCandidate(ObjectKind.TABLE, added.name(), added.name().name(),
                old.stream().map(table -> table.name().name()).toList());
    }

    private void rename(TableSnapshot added, String old) {
        apply(new RenameTableOperation(new TableName(added.name().schema(), old), added.name().name()));
    }

    private static void ask(Function<RenameCandidate, Optional<String>> question, RenameCandidate candidate,
            Consumer<String> rename) {
        if (!candidate.oldNames().isEmpty()) {
            question.apply(candidate).ifPresent(old -> {
                require(candidate.oldNames(), old, candidate.describe());
                rename.accept(old);
            });
        }
    }

    private static void require(List<String> candidates, String old, String what) {
        if (!candidates.contains(old)) {
            throw new IllegalArgumentException("The old name \"" + old + "\" of " + what + " is not one of "
                    + candidates);
        }
    }

    private void apply(MigrationOperation operation) {
        operations.add(operation);
        from = SchemaReplay.apply(from, operation);
    }

    /** Returns the ratio of columns with the same name and type. */
    private double likeness(TableSnapshot one, TableSnapshot other) {
        long same = one.columns().stream().filter(column -> other.find(column.name())
                .filter(found -> types.isSame(other.name(), column.type(), found.type())).isPresent()).count();
        return 2.0 * same / (one.columns().size() + other.columns().size());
    }

    private void applyKnownColumn(TableSnapshot before, TableSnapshot after, ColumnSnapshot added) {
        var current = from.require(after.name());
        if (current.find(added.name()).isEmpty()) {
            ask(rule::knownOldName, column(after, added, missingColumns(before, after)),
                    old -> rename(current, added, old));
        }
    }

    private void findColumn(TableSnapshot before, TableSnapshot after, ColumnSnapshot added) {
        var current = from.require(after.name());
        if (current.find(added.name()).isEmpty()) {
            var like = missingColumns(before, after).stream().filter(column -> isLike(column, added, after.name()))
                    .toList();
            ask(rule::oldName, column(after, added, like), old -> rename(current, added, old));
        }
    }

    /** Returns the columns that the table of the second schema lacks, without those that are already renamed. */
    private List<ColumnSnapshot> missingColumns(TableSnapshot before, TableSnapshot after) {
        return from.require(after.name()).columns().stream()
                .filter(column -> after.find(column.name()).isEmpty() && before.find(column.name()).isPresent())
                .toList();
    }

    private static RenameCandidate column(TableSnapshot table, ColumnSnapshot added, List<ColumnSnapshot> old) {
        return new RenameCandidate(ObjectKind.COLUMN, table.name(), added.name(), old.stream().map(ColumnSnapshot::name)
                .sorted(Comparator.comparingInt(name -> difference(name, added.name()))).toList());
    }

    private void rename(TableSnapshot table, ColumnSnapshot added, String old) {
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

package dev.rubedo.migrate.snapshot;

import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * A snapshot of a foreign key. Immutable.
 *
 * @param name the name; empty if the database generates one
 * @param columns the names of the referencing columns
 * @param target the referenced table
 * @param targetColumns the names of the referenced columns, in the order of the referencing ones
 * @param onDelete the action when the referenced row is deleted
 * @param onUpdate the action when the referenced key changes
 * @param deferrability when it is checked
 * @param match how a key of several columns is checked if some are NULL
 * @param details its comment, its options, and the dialects on which it exists
 */
public record ForeignKeySnapshot(String name, List<String> columns, TableName target, List<String> targetColumns,
        ReferentialAction onDelete, ReferentialAction onUpdate, Deferrability deferrability, ForeignKeyMatch match,
        ConstraintDetails details)
        implements
            ConstraintSnapshot {
    /** Checks the components and copies the lists. */
    public ForeignKeySnapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(deferrability, "deferrability");
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(details, "details");
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        if (columns.isEmpty() || columns.size() != targetColumns.size()) {
            throw new IllegalArgumentException("A foreign key on " + columns + " cannot reference " + targetColumns
                    + " of table \"" + target + "\": name the same number of columns on both sides, at least one");
        }
    }

    /**
     * Returns a foreign key with the default match type, without comment and options.
     *
     * @param name the name; empty if the database generates one
     * @param columns the names of its columns
     * @param target the referenced table
     * @param targetColumns the names of the referenced columns
     * @param onDelete the action when a referenced row is deleted
     * @param onUpdate the action when a referenced key changes
     * @param deferrability when it is checked
     */
    public ForeignKeySnapshot(String name, List<String> columns, TableName target, List<String> targetColumns,
            ReferentialAction onDelete, ReferentialAction onUpdate, Deferrability deferrability) {
        this(name, columns, target, targetColumns, onDelete, onUpdate, deferrability, ForeignKeyMatch.DEFAULT,
                ConstraintDetails.NONE);
    }

    /**
     * Returns a foreign key of a table. If its target is not declared, the target's name is used as given.
     *
     * @param key the foreign key, which belongs to a table
     */
    public static ForeignKeySnapshot of(ForeignKey key) {
        try {
            var target = key.target();
            return of(key, key.constraintName(), new TableName(target.schema(), target.name()),
                    key.targets().stream().<String>map(Column::name).toList());
        } catch (NoSuchTableException e) {
            var paths = key.targetPaths();
            var first = paths.get(0);
            return of(key, key.name(), TableName.of(first.substring(0, first.lastIndexOf('.'))),
                    paths.stream().map(path -> path.substring(path.lastIndexOf('.') + 1)).toList());
        }
    }

    private static ForeignKeySnapshot of(ForeignKey key, String name, TableName target, List<String> columns) {
        return new ForeignKeySnapshot(name, key.columnNames(), target, columns, key.deleteAction(),
                key.updateAction(), key.deferrability(), key.matchRule(), key.details());
    }

    @Override
    public ConstraintKind kind() {
        return ConstraintKind.FOREIGN_KEY;
    }

    @Override
    public ForeignKeySnapshot withName(String other) {
        return new ForeignKeySnapshot(other, columns, target, targetColumns, onDelete, onUpdate, deferrability, match,
                details);
    }

    @Override
    public ForeignKeySnapshot withColumnRenamed(String from, String to) {
        return new ForeignKeySnapshot(name, ColumnRenaming.renamed(columns, from, to), target, targetColumns, onDelete,
                onUpdate, deferrability, match, details);
    }

    /**
     * Returns this foreign key after a column of the referenced table was renamed.
     *
     * @param from the old name
     * @param to the new name
     */
    public ForeignKeySnapshot withTargetColumnRenamed(String from, String to) {
        return new ForeignKeySnapshot(name, columns, target, ColumnRenaming.renamed(targetColumns, from, to), onDelete,
                onUpdate, deferrability, match, details);
    }

    /**
     * Returns this foreign key referencing another table.
     *
     * @param other the table
     */
    public ForeignKeySnapshot withTarget(TableName other) {
        return new ForeignKeySnapshot(name, columns, other, targetColumns, onDelete, onUpdate, deferrability, match,
                details);
    }

    /** Returns a foreign key to be declared for a table, in whose metadata the referenced table is looked up later. */
    @Override
    public Constraint toConstraint(Table table) {
        var metaData = table.metaData();
        var key = ForeignKey.on(columns.toArray(String[]::new)).references(() -> {
            var found = metaData.require(target.toString());
            return targetColumns.stream().<Column<?>>map(found::require).toList();
        }).named(name).onDelete(onDelete).onUpdate(onUpdate).deferrable(deferrability).match(match);
        key = details.comment().isEmpty() ? key : key.comment(details.comment());
        for (var option : details.options().entrySet()) {
            int point = option.getKey().indexOf('.');
            key = key.option(option.getKey().substring(0, point), option.getKey().substring(point + 1),
                    option.getValue());
        }
        return details.dialects().isEmpty() ? key : key.onlyOn(details.dialects().toArray(String[]::new));
    }
}

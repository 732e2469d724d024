package dev.rubedo.migrate.effect;

import dev.rubedo.error.DuplicateColumnException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.SetTableCommentOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The application of operations to one table of a schema in memory. Immutable. */
final class TableReplay {
    private static final Pattern MENTION = Pattern.compile(
            "'(?:[^']|'')*'|[\"`](?<name>[^\"`]*)[\"`]|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)");

    private final SchemaSnapshot before;

    TableReplay(SchemaSnapshot before) {
        this.before = before;
    }

    SchemaSnapshot apply(TableOperation operation) {
        return switch (operation) {
            case CreateTableOperation o -> SchemaReplay.apply(before, o);
            case DropTableOperation o -> SchemaReplay.apply(before, o);
            case RenameTableOperation o -> SchemaReplay.apply(before, o);
            case AddColumnOperation o -> add(o);
            case DropColumnOperation o -> drop(o);
            case AlterColumnOperation o -> alter(o);
            case CreateIndexOperation o -> create(o);
            case DropIndexOperation o -> drop(o);
            case AddConstraintOperation o -> before.with(with(before.require(o.table()), o.constraint()));
            case DropConstraintOperation o -> drop(o);
            case SetTableCommentOperation o -> before.with(before.require(o.table()).withComment(o.comment()));
            case ModifyTableOperation o -> SchemaReplay.apply(before, o.operations());
            case BatchOperation o -> batch(o);
        };
    }

    private SchemaSnapshot add(AddColumnOperation add) {
        var table = before.require(add.table());
        if (table.find(add.column().name()).isPresent()) {
            if (add.options().ifNotExists()) {
                return before;
            }
            throw new DuplicateColumnException("Table \"" + table.name() + "\" already has a column \""
                    + add.column().name() + "\" at this point of the revisions");
        }
        var columns = new ArrayList<>(table.columns());
        columns.add(add.column());
        var changed = table.withColumns(columns);
        for (var constraint : add.constraints()) {
            changed = with(changed, constraint);
        }
        var indexes = new ArrayList<>(changed.indexes());
        indexes.addAll(add.indexes());
        return before.with(changed.withIndexes(indexes));
    }

    private static TableSnapshot with(TableSnapshot table, ConstraintSnapshot constraint) {
        constraint.columns().forEach(table::require);
        if (!constraint.name().isEmpty() && table.findConstraint(constraint.name()).isPresent()) {
            throw SchemaReplay.exists("Constraint", constraint.name());
        }
        var constraints = new ArrayList<>(table.constraints());
        if (constraint.kind() != ConstraintKind.PRIMARY_KEY) {
            constraints.add(constraint);
            return table.withConstraints(constraints);
        }
        if (table.primaryKey().isPresent()) {
            throw new MigrationException("Table \"" + table.name() + "\" already has a primary key at this point of "
                    + "the revisions. Drop it first.");
        }
        constraints.add(0, constraint);
        return table.withColumns(table.columns().stream()
                .map(column -> constraint.columns().contains(column.name()) ? column.withNullable(false) : column)
                .toList()).withConstraints(constraints);
    }

    /** Objects that contain the column are dropped with it. */
    private SchemaSnapshot drop(DropColumnOperation drop) {
        var table = before.require(drop.table());
        if (table.find(drop.column()).isEmpty()) {
            if (drop.ifExists()) {
                return before;
            }
            table.require(drop.column());
        }
        var columns = table.columns().stream().filter(column -> !column.name().equals(drop.column())).toList();
        return before.with(table.withColumns(columns)
                .withConstraints(table.constraints().stream()
                        .filter(constraint -> !constraint.columns().contains(drop.column())
                                && !isCheckOf(constraint, drop.column()))
                        .toList())
                .withIndexes(table.indexes().stream().filter(index -> !index.columns().contains(drop.column())
                        && !index.including().contains(drop.column())).toList()));
    }

    private static boolean isCheckOf(ConstraintSnapshot constraint, String column) {
        return constraint instanceof ConstraintSnapshot.Check check && MENTION.matcher(text(check)).results()
                .anyMatch(found -> column.equalsIgnoreCase(found.group("word")) || column.equals(found.group("name")));
    }

    private SchemaSnapshot alter(AlterColumnOperation alter) {
        var table = before.require(alter.table());
        var changed = table.withColumn(alter.column(), column -> changed(column, alter.change()));
        var name = alter.change().name();
        if (name == null || name.equals(alter.column())) {
            return before.with(changed);
        }
        if (table.find(name).isPresent()) {
            throw new DuplicateColumnException("Table \"" + table.name() + "\" already has a column \"" + name
                    + "\" at this point of the revisions");
        }
        return renamed(before.with(changed), alter.table(), alter.column(), name);
    }

    /** Returns a column after a change of everything but its name. */
    private static ColumnSnapshot changed(ColumnSnapshot column, ColumnChange change) {
        var result = column;
        if (change.type() != null) {
            result = result.withType(change.type());
        }
        if (change.isNullable() != null) {
            result = result.withNullable(change.isNullable());
        }
        if (change.serverDefault() != null) {
            result = result.withServerDefault(change.serverDefault().to());
        }
        if (change.identity() != null) {
            var identity = change.identity().to();
            result = result.withIdentity(identity);
            // the values of a key with an identity are generated, those of one without are not
            result = result.autoincrement() == null ? result : result.withAutoincrement(identity != null);
        }
        if (change.autoincrement() != null) {
            result = result.withAutoincrement(change.autoincrement());
        }
        return change.comment() == null ? result : result.withComment(change.comment());
    }

    private static SchemaSnapshot renamed(SchemaSnapshot schema, TableName name, String from, String to) {
        var table = schema.require(name);
        var renamed = table
                .withColumns(table.columns().stream().map(column -> column.withColumnRenamed(from, to)).toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.withColumnRenamed(from, to)).toList())
                .withIndexes(table.indexes().stream().map(index -> index.withColumnRenamed(from, to)).toList());
        var after = schema.with(renamed);
        for (var each : after.tables().values()) {
            after = after.with(each.withConstraints(each.constraints().stream()
                    .map(constraint -> constraint instanceof ForeignKeySnapshot key && key.target().equals(name)
                            ? key.withTargetColumnRenamed(from, to)
                            : constraint)
                    .toList()));
        }
        return after;
    }

    /** Returns a table after another one was renamed. */
    static TableSnapshot withTargetRenamed(TableSnapshot table, TableName from, TableName to) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKeySnapshot key && key.target().equals(from)
                        ? key.withTarget(to)
                        : constraint)
                .toList());
    }

    private SchemaSnapshot create(CreateIndexOperation create) {
        var table = before.require(create.table());
        create.index().columns().forEach(table::require);
        if (table.findIndex(create.index().name()).isPresent()) {
            if (create.ifNotExists()) {
                return before;
            }
            throw SchemaReplay.exists("Index", create.index().name());
        }
        var indexes = new ArrayList<IndexSnapshot>(table.indexes());
        indexes.add(create.index());
        return before.with(table.withIndexes(indexes));
    }

    private SchemaSnapshot drop(DropIndexOperation drop) {
        var table = before.require(drop.table());
        if (table.findIndex(drop.name()).isEmpty() && !drop.ifExists()) {
            throw missing("index", drop.name(), table.name(),
                    table.indexes().stream().map(IndexSnapshot::name).toList());
        }
        return before.with(table.withIndexes(
                table.indexes().stream().filter(index -> !index.name().equals(drop.name())).toList()));
    }

    private static MigrationException missing(String what, String name, TableName table, List<String> present) {
        return new MigrationException("Table \"" + table + "\" has no " + what + " \"" + name
                + "\" at this point of the revisions; it has " + present
                + ". Correct the name, or use ifExists().");
    }

    private SchemaSnapshot drop(DropConstraintOperation drop) {
        var table = before.require(drop.table());
        var remaining = table.constraints().stream().filter(constraint -> !isDropped(constraint, drop)).toList();
        if (remaining.size() == table.constraints().size() && !drop.ifExists()) {
            return before.with(withoutColumnCheck(table, drop));
        }
        return before.with(withoutCounting(table, remaining).withConstraints(remaining));
    }

    /** Without a primary key, it is undetermined again which key the database generates. */
    private static TableSnapshot withoutCounting(TableSnapshot table, List<ConstraintSnapshot> remaining) {
        boolean hasKey = remaining.stream().anyMatch(each -> each.kind() == ConstraintKind.PRIMARY_KEY);
        return hasKey ? table
                : table.withColumns(table.columns().stream()
                        .map(column -> column.identity() == null ? column.withAutoincrement(null) : column).toList());
    }

    private static boolean isDropped(ConstraintSnapshot constraint, DropConstraintOperation drop) {
        var existing = drop.existing();
        if (drop.name().isEmpty() && existing != null) {
            return isSame(constraint, existing);
        }
        return constraint.name().equals(drop.name()) || drop.kind() == ConstraintKind.PRIMARY_KEY
                && constraint.kind() == ConstraintKind.PRIMARY_KEY;
    }

    /** Returns whether a constraint has the given definition, ignoring its name. */
    private static boolean isSame(ConstraintSnapshot constraint, ConstraintSnapshot definition) {
        if (constraint.kind() != definition.kind()) {
            return false;
        }
        return constraint instanceof ConstraintSnapshot.Check one
                && definition instanceof ConstraintSnapshot.Check other
                        ? text(one).equals(text(other))
                        : constraint.withName("").equals(definition.withName(""));
    }

    private static String text(ConstraintSnapshot.Check check) {
        return check.check().condition().toString().replaceAll("\\s+", " ");
    }

    private static TableSnapshot withoutColumnCheck(TableSnapshot table, DropConstraintOperation drop) {
        boolean isFound = table.columns().stream()
                .anyMatch(column -> column.checks().stream().anyMatch(check -> check.name().equals(drop.name())));
        if (!isFound) {
            throw missing("constraint", drop.name(), table.name(),
                    table.constraints().stream().map(ConstraintSnapshot::name).filter(name -> !name.isEmpty())
                            .toList());
        }
        return table.withColumns(table.columns().stream().map(column -> column.withChecks(
                column.checks().stream().filter(check -> !check.name().equals(drop.name())).toList())).toList());
    }

    private SchemaSnapshot batch(BatchOperation batch) {
        var after = before;
        for (var operation : batch.operations()) {
            after = SchemaReplay.apply(withoutReplacedKey(after, operation), List.of(operation));
        }
        var table = after.require(batch.table());
        for (var group : batch.options().order()) {
            table = table.withColumns(ordered(table, group));
        }
        return after.with(table);
    }

    /** In a batch, which creates the table anew, a primary key takes the place of the one before. */
    private static SchemaSnapshot withoutReplacedKey(SchemaSnapshot schema, TableOperation operation) {
        if (!(operation instanceof AddConstraintOperation add)
                || add.constraint().kind() != ConstraintKind.PRIMARY_KEY) {
            return schema;
        }
        return schema.find(add.table()).flatMap(TableSnapshot::primaryKey).map(key -> SchemaReplay.apply(schema,
                List.of(new DropConstraintOperation(add.table(), key.name(), ConstraintKind.PRIMARY_KEY,
                        new ConstraintSnapshot.Primary(key), false, false))))
                .orElse(schema);
    }

    /** Returns the columns in an order in which those of a group follow each other, from the position of the first. */
    private static List<ColumnSnapshot> ordered(TableSnapshot table, List<String> group) {
        var moved = group.stream().map(table::require).toList();
        var columns = new ArrayList<>(table.columns());
        int place = columns.indexOf(moved.get(0));
        int earlier = (int) columns.subList(0, place).stream().filter(moved::contains).count();
        columns.removeAll(moved);
        columns.addAll(place - earlier, moved);
        return columns;
    }
}

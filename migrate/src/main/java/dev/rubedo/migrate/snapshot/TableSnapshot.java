package dev.rubedo.migrate.snapshot;

import dev.rubedo.error.NoSuchSchemaColumnException;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TableOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A snapshot of a table. Immutable.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param constraints the constraints, in order; the primary key is the first if there is one
 * @param indexes the indexes, in order
 * @param comment the comment; empty for none
 * @param options further options: keywords before TABLE and dialect-specific options
 */
public record TableSnapshot(TableName name, List<ColumnSnapshot> columns, List<ConstraintSnapshot> constraints,
        List<IndexSnapshot> indexes, String comment, List<TableOption> options) {
    /** Checks the components and copies the lists. */
    public TableSnapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(comment, "comment");
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = List.copyOf(options);
    }

    /**
     * Returns a table without constraints and indexes.
     *
     * @param name the name
     * @param columns the columns
     */
    public static TableSnapshot of(TableName name, List<ColumnSnapshot> columns) {
        return new TableSnapshot(name, columns, List.of(), List.of(), "", List.of());
    }

    /**
     * Returns a table.
     *
     * @param table the table; the targets of its foreign keys are declared
     */
    public static TableSnapshot of(Table table) {
        var constraints = new ArrayList<ConstraintSnapshot>();
        if (!table.primaryKey().columnNames().isEmpty()) {
            constraints.add(new ConstraintSnapshot.Primary(table.primaryKey()));
        }
        var ofColumns = new ArrayList<CheckConstraint>();
        table.columns().forEach(column -> ofColumns.addAll(column.checks()));
        table.constraints().stream().filter(constraint -> !ofColumns.contains(constraint))
                .map(ConstraintSnapshot::of).forEach(constraints::add);
        table.columns().stream().filter(column -> !column.isSystem())
                .forEach(column -> TypeChecks.named(column).map(ConstraintSnapshot.Check::new)
                        .ifPresent(constraints::add));
        var options = table.tableOptions().stream().filter(option -> switch (option.kind()) {
            case SCHEMA, COMMENT -> false;
            case PREFIX, DIALECT -> true;
        }).toList();
        return new TableSnapshot(new TableName(table.schema(), table.name()),
                table.columns().stream().filter(column -> !column.isSystem()).map(ColumnSnapshot::of).toList(),
                constraints,
                table.indexes().stream().map(IndexSnapshot::of).toList(), table.comment(), options);
    }

    /**
     * Finds a column.
     *
     * @param column the name
     */
    public Optional<ColumnSnapshot> find(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /**
     * Returns a column.
     *
     * @param column the name
     * @throws NoSuchSchemaColumnException if there is none
     */
    public ColumnSnapshot require(String column) {
        return find(column).orElseThrow(() -> new NoSuchSchemaColumnException("Table \"" + name
                + "\" has no column \"" + column + "\"; it has "
                + columns.stream().map(ColumnSnapshot::name).toList()));
    }

    /** Returns the primary key, if there is one. */
    public Optional<PrimaryKey> primaryKey() {
        return constraints.stream().filter(ConstraintSnapshot.Primary.class::isInstance)
                .map(ConstraintSnapshot.Primary.class::cast).map(ConstraintSnapshot.Primary::key).findFirst();
    }

    /** Returns the foreign keys. */
    public List<ForeignKeySnapshot> foreignKeys() {
        return constraints.stream().filter(ForeignKeySnapshot.class::isInstance).map(ForeignKeySnapshot.class::cast)
                .toList();
    }

    /**
     * Finds a constraint.
     *
     * @param constraint the name
     */
    public Optional<ConstraintSnapshot> findConstraint(String constraint) {
        return constraints.stream().filter(each -> each.name().equals(constraint)).findFirst();
    }

    /**
     * Finds an index.
     *
     * @param index the name
     */
    public Optional<IndexSnapshot> findIndex(String index) {
        return indexes.stream().filter(each -> each.name().equals(index)).findFirst();
    }

    /**
     * Returns this table under another name.
     *
     * @param other the name
     */
    public TableSnapshot withName(TableName other) {
        return new TableSnapshot(other, columns, constraints, indexes, comment, options);
    }

    /**
     * Returns this table with other columns.
     *
     * @param others the columns
     */
    public TableSnapshot withColumns(List<ColumnSnapshot> others) {
        return new TableSnapshot(name, others, constraints, indexes, comment, options);
    }

    /**
     * Returns this table with a column changed.
     *
     * @param column the name of the column
     * @param change changes it
     * @throws NoSuchSchemaColumnException if there is none
     */
    public TableSnapshot withColumn(String column, UnaryOperator<ColumnSnapshot> change) {
        require(column);
        return withColumns(
                columns.stream().map(each -> each.name().equals(column) ? change.apply(each) : each).toList());
    }

    /**
     * Returns this table with other constraints.
     *
     * @param others the constraints
     */
    public TableSnapshot withConstraints(List<ConstraintSnapshot> others) {
        return new TableSnapshot(name, columns, others, indexes, comment, options);
    }

    /**
     * Returns this table with other indexes.
     *
     * @param others the indexes
     */
    public TableSnapshot withIndexes(List<IndexSnapshot> others) {
        return new TableSnapshot(name, columns, constraints, others, comment, options);
    }

    /**
     * Returns this table with another comment.
     *
     * @param other the comment; empty for none
     */
    public TableSnapshot withComment(String other) {
        return new TableSnapshot(name, columns, constraints, indexes, other, options);
    }

    /**
     * Declares this table.
     *
     * @param metaData where to declare it; the targets of its foreign keys may be declared there afterwards
     */
    public Table toTable(MetaData metaData) {
        var items = new ArrayList<TableItem>(options);
        if (!name.schema().isEmpty()) {
            items.add(TableOption.schema(name.schema()));
        }
        if (!comment.isEmpty()) {
            items.add(TableOption.comment(comment));
        }
        columns.forEach(column -> items.add(column.toColumn()));
        var table = metaData.table(name.name(), items.toArray(TableItem[]::new));
        constraints.forEach(constraint -> table.add(constraint.toConstraint(table)));
        indexes.forEach(index -> table.add(index.toIndex(table)));
        return table;
    }
}

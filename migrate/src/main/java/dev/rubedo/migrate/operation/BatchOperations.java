package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A batch of changes of one table, which are made together by {@link #close()}. Use it in a try statement:
 *
 * {@snippet :
 * try (BatchOperations batch = op.batchAlterTable("customer")) {
 *     batch.dropColumn("fax");
 *     batch.alterColumn("name", c -> c.notNull());
 * }
 * }
 *
 * If the block fails, {@code close()} still makes the changes specified so far before the exception stops the revision;
 * they remain if the database does not roll back DDL. Confined to one thread at a time.
 */
public final class BatchOperations implements AutoCloseable {
    private final OperationTarget target;
    private final TableName table;
    private final BatchOptions options;
    private final RecordedOperations recorded;
    private final Operations op;
    private boolean isClosed;

    BatchOperations(OperationTarget target, TableName table, BatchOptions options) {
        this.target = target;
        this.table = table;
        this.options = options;
        this.recorded = new RecordedOperations(target.dialect(), target.namingConvention());
        this.op = new Operations(recorded);
    }

    /**
     * Adds a column.
     *
     * @param column the column
     */
    public void addColumn(Column<?> column) {
        op.addColumn(table.toString(), column);
    }

    /**
     * Drops a column.
     *
     * @param column the name of the column
     */
    public void dropColumn(String column) {
        op.dropColumn(table.toString(), column);
    }

    /**
     * Changes a column.
     *
     * @param column the name of the column
     * @param change sets the changed properties
     */
    public void alterColumn(String column, UnaryOperator<ColumnAlteration> change) {
        op.alterColumn(table.toString(), column, change);
    }

    /**
     * Creates an index on columns.
     *
     * @param index the name of the index
     * @param columns the names of the columns
     */
    public void createIndex(String index, String... columns) {
        op.createIndex(index, table.toString(), columns);
    }

    /**
     * Creates an index.
     *
     * @param index the index, which has a name
     */
    public void createIndex(Index index) {
        op.createIndex(table.toString(), index);
    }

    /**
     * Drops an index.
     *
     * @param index the name of the index
     */
    public void dropIndex(String index) {
        op.dropIndex(index, table.toString());
    }

    /**
     * Adds a constraint.
     *
     * @param constraint the constraint; a foreign key names its targets as {@code "table.column"}
     */
    public void addConstraint(Constraint constraint) {
        op.addConstraint(table.toString(), constraint);
    }

    /**
     * Adds a primary key.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param columns the names of the columns
     */
    public void createPrimaryKey(String name, String... columns) {
        op.createPrimaryKey(name, table.toString(), columns);
    }

    /**
     * Adds a unique constraint.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param columns the names of the columns
     */
    public void createUniqueConstraint(String name, String... columns) {
        op.createUniqueConstraint(name, table.toString(), columns);
    }

    /**
     * Adds a check constraint.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param sql the condition, written verbatim
     */
    public void createCheckConstraint(String name, String sql) {
        op.createCheckConstraint(name, table.toString(), sql);
    }

    /**
     * Adds a foreign key.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param referent the name of the referenced table, with its schema unless it is in the default one
     * @param columns the names of the referencing columns
     * @param referred the names of the referenced columns
     * @param more sets the actions and the deferrability
     */
    public void createForeignKey(String name, String referent, List<String> columns, List<String> referred,
            UnaryOperator<ForeignKey> more) {
        op.createForeignKey(name, table.toString(), referent, columns, referred, more);
    }

    /**
     * Drops a constraint.
     *
     * @param name the name of the constraint
     * @param kind the kind of constraint
     */
    public void dropConstraint(String name, ConstraintKind kind) {
        op.dropConstraint(name, table.toString(), kind);
    }

    /**
     * Drops a constraint given by its definition. Without a name, it is found by its definition.
     *
     * @param constraint the constraint; a foreign key names its targets as {@code "table.column"}
     */
    public void dropConstraint(Constraint constraint) {
        op.dropConstraint(table.toString(), constraint);
    }

    /**
     * Sets the comment of the table.
     *
     * @param comment the comment
     */
    public void createTableComment(String comment) {
        op.createTableComment(table.toString(), comment);
    }

    /** Removes the comment of the table. */
    public void dropTableComment() {
        op.dropTableComment(table.toString());
    }

    /** Makes the changes. A second call has no effect. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            var operations = recorded.operations().stream().map(TableOperation.class::cast).toList();
            if (!operations.isEmpty() || options.recreate() == BatchOptions.Recreate.ALWAYS) {
                target.invoke(new BatchOperation(table, operations, options));
            }
        }
    }
}

package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.OperationOptions.Flag;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.EnumeratedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a revision: {@code op} in {@link Migration#upgrade}. Each operation is immediately performed,
 * written to a script or recorded.
 *
 * <p>Tables are named as {@code "table"} or {@code "schema.table"}. Names of constraints and indexes are final: a
 * naming convention applies only to unnamed ones. Options that several operations have are set before them:
 * {@code op.ifNotExists().createTable(...)}, {@code op.concurrently().createIndex(...)}; an option that does not apply
 * to an operation is rejected. Confined to one thread at a time.
 */
public final class Operations {
    private final OperationTarget target;
    private final OperationOptions options;

    /**
     * Creates the operations on a target.
     *
     * @param target performs or records them
     */
    public Operations(OperationTarget target) {
        this(target, OperationOptions.NONE);
    }

    private Operations(OperationTarget target, OperationOptions options) {
        this.target = Objects.requireNonNull(target, "target");
        this.options = options;
    }

    /**
     * Returns operations on the tables of a schema.
     *
     * @param schema the schema of tables that do not name one
     */
    public Operations inSchema(String schema) {
        return new Operations(target, options.inSchema(Objects.requireNonNull(schema, "schema")));
    }

    private Operations with(Flag flag) {
        return new Operations(target, options.with(flag));
    }

    /** Returns operations that do nothing if the object to drop does not exist. */
    public Operations ifExists() {
        return with(Flag.IF_EXISTS);
    }

    /** Returns operations that do nothing if the object to create already exists. */
    public Operations ifNotExists() {
        return with(Flag.IF_NOT_EXISTS);
    }

    /**
     * Returns operations on indexes during which the table remains writable. On PostgreSQL, they run outside
     * transactions: the preceding changes of the revision are committed.
     */
    public Operations concurrently() {
        return with(Flag.CONCURRENTLY);
    }

    /** Returns operations that also drop dependent objects ({@code CASCADE}). */
    public Operations cascade() {
        return with(Flag.CASCADE);
    }

    /**
     * Returns operations that add the foreign keys of a column in its definition. MySQL before 9.0 accepts such keys
     * but ignores them: do not use this option there.
     */
    public Operations inlineReferences() {
        return with(Flag.INLINE_REFERENCES);
    }

    /** Returns operations that insert each row with a separate statement. */
    public Operations rowByRow() {
        return with(Flag.ROW_BY_ROW);
    }

    /**
     * Allows what a rule of the command {@code lint} would reject in this revision. The reason appears in its report.
     *
     * @param code the code of the rule, such as {@code RB107}
     * @param reason the reason for which it does not apply, such as "the table has 40 rows"
     */
    public void allow(String code, String reason) {
        options.allow("allow");
        if (!code.matches("RB\\d{3}") || reason.isBlank()) {
            throw new IllegalArgumentException("allow(\"" + code + "\", \"" + reason
                    + "\"): pass the code of a rule, such as RB107, and a reason");
        }
        target.allow(code, reason);
    }

    private TableName name(String table) {
        return TableName.of(table).inSchema(options.schema());
    }

    /**
     * Performs an operation.
     *
     * @param operation the operation
     */
    public void invoke(MigrationOperation operation) {
        target.invoke(operation);
    }

    /**
     * Creates a table with its constraints and indexes.
     *
     * @param table the name
     * @param items columns, constraints, indexes and options; foreign keys name their targets as {@code "table.column"}
     * @return the table, for example for {@link #bulkInsert}
     */
    public Table createTable(String table, TableItem... items) {
        options.allow("createTable", Flag.IF_NOT_EXISTS);
        var declared = Declaration.table(name(table), target.namingConvention(), items);
        invoke(new CreateTableOperation(TableSnapshot.of(declared), options.has(Flag.IF_NOT_EXISTS)));
        return declared;
    }

    /**
     * Drops a table.
     *
     * @param table the name
     */
    public void dropTable(String table) {
        options.allow("dropTable", Flag.IF_EXISTS);
        invoke(new DropTableOperation(name(table), null, options.has(Flag.IF_EXISTS)));
    }

    /**
     * Renames a table within its schema.
     *
     * @param table the old name
     * @param to the new name, without schema
     */
    public void renameTable(String table, String to) {
        options.allow("renameTable");
        invoke(new RenameTableOperation(name(table), to));
    }

    /**
     * Adds a column, with the unique constraint, foreign keys and index that are declared on it.
     *
     * @param table the name of the table
     * @param column the column
     */
    public void addColumn(String table, Column<?> column) {
        options.allow("addColumn", Flag.IF_NOT_EXISTS, Flag.INLINE_REFERENCES);
        invoke(addition(name(table), column));
    }

    private AddColumnOperation addition(TableName table, Column<?> column) {
        var declared = TableSnapshot.of(Declaration.part(table, target.namingConvention(), column));
        return new AddColumnOperation(table, ColumnSnapshot.of(column), declared.constraints(), declared.indexes(),
                new AddColumnOperation.Options(options.has(Flag.IF_NOT_EXISTS), options.has(Flag.INLINE_REFERENCES)));
    }

    /**
     * Drops a column.
     *
     * @param table the name of the table
     * @param column the name of the column
     */
    public void dropColumn(String table, String column) {
        options.allow("dropColumn", Flag.IF_EXISTS, Flag.CASCADE);
        invoke(new DropColumnOperation(name(table), column, null, options.has(Flag.IF_EXISTS),
                options.has(Flag.CASCADE)));
    }

    /**
     * Changes a column. MySQL, MariaDB and SQL Server repeat its definition, so specify its properties before the
     * change, at least the type.
     *
     * @param table the name of the table
     * @param column the name of the column
     * @param change sets the changed properties: {@code c -> c.type(string(200)).existingType(string(100))}
     */
    public void alterColumn(String table, String column, UnaryOperator<ColumnAlteration> change) {
        options.allow("alterColumn");
        var alteration = change.apply(ColumnAlteration.NONE);
        invoke(new AlterColumnOperation(name(table), column, alteration.change(), alteration.existing(),
                alteration.using()));
    }

    /**
     * Creates an index on columns.
     *
     * @param index the name of the index
     * @param table the name of the table
     * @param columns the names of the columns
     */
    public void createIndex(String index, String table, String... columns) {
        createIndex(table, Index.on(columns).named(index));
    }

    /**
     * Creates an index.
     *
     * @param table the name of the table
     * @param index the index, which has a name: {@code Index.on("a", "b").named("ix_ab").unique()}
     */
    public void createIndex(String table, Index index) {
        options.allow("createIndex", Flag.IF_NOT_EXISTS, Flag.CONCURRENTLY);
        var columns = new ArrayList<>(index.declaredNames());
        index.columns().forEach(column -> columns.add(column.name()));
        columns.addAll(index.includedNames());
        var declared = Declaration.ofColumns(name(table), columns, index).indexes().get(0);
        invoke(new CreateIndexOperation(name(table), IndexSnapshot.of(declared), options.has(Flag.IF_NOT_EXISTS),
                options.has(Flag.CONCURRENTLY)));
    }

    /**
     * Drops an index.
     *
     * @param index the name of the index
     * @param table the name of the table
     */
    public void dropIndex(String index, String table) {
        options.allow("dropIndex", Flag.IF_EXISTS, Flag.CONCURRENTLY);
        invoke(new DropIndexOperation(name(table), index, null, options.has(Flag.IF_EXISTS),
                options.has(Flag.CONCURRENTLY)));
    }

    /**
     * Adds a constraint.
     *
     * @param table the name of the table
     * @param constraint the constraint; a foreign key names its targets as {@code "table.column"}
     */
    public void addConstraint(String table, Constraint constraint) {
        options.allow("addConstraint");
        invoke(new AddConstraintOperation(name(table), snapshot(name(table), constraint)));
    }

    private static ConstraintSnapshot snapshot(TableName table, Constraint constraint) {
        return constraint instanceof ForeignKey key
                ? ForeignKeySnapshot.of(Declaration.ofColumns(table, key.columnNames(), key).foreignKeys().get(0))
                : ConstraintSnapshot.of(constraint);
    }

    /**
     * Adds a primary key.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param table the name of the table
     * @param columns the names of the columns
     */
    public void createPrimaryKey(String name, String table, String... columns) {
        addConstraint(table, PrimaryKey.on(columns).named(name));
    }

    /**
     * Adds a unique constraint.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param table the name of the table
     * @param columns the names of the columns
     */
    public void createUniqueConstraint(String name, String table, String... columns) {
        addConstraint(table, UniqueConstraint.on(columns).named(name));
    }

    /**
     * Adds a check constraint.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param table the name of the table
     * @param sql the condition, written verbatim
     */
    public void createCheckConstraint(String name, String table, String sql) {
        addConstraint(table, CheckConstraint.of(sql).named(name));
    }

    /**
     * Adds a check constraint.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param table the name of the table
     * @param condition the condition; values in it are written into the DDL
     */
    public void createCheckConstraint(String name, String table, Condition condition) {
        addConstraint(table, CheckConstraint.of(condition).named(name));
    }

    /**
     * Adds a foreign key.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param source the name of the referencing table
     * @param referent the name of the referenced table, with its schema unless it is in the default one
     * @param columns the names of the referencing columns
     * @param referred the names of the referenced columns
     */
    public void createForeignKey(String name, String source, String referent, List<String> columns,
            List<String> referred) {
        createForeignKey(name, source, referent, columns, referred, key -> key);
    }

    /**
     * Adds a foreign key with options.
     *
     * @param name the name of the constraint; empty to let the database generate one
     * @param source the name of the referencing table
     * @param referent the name of the referenced table, with its schema unless it is in the default one
     * @param columns the names of the referencing columns
     * @param referred the names of the referenced columns
     * @param more sets the actions and the deferrability: {@code key -> key.onDelete(CASCADE)}
     */
    public void createForeignKey(String name, String source, String referent, List<String> columns,
            List<String> referred, UnaryOperator<ForeignKey> more) {
        options.allow("createForeignKey");
        var key = more.apply(ForeignKey.on(columns.toArray(String[]::new)));
        invoke(new AddConstraintOperation(name(source), new ForeignKeySnapshot(name, columns, TableName.of(referent),
                referred, key.deleteAction(), key.updateAction(), key.deferrability(), key.matchRule(),
                key.details())));
    }

    /**
     * Adds an exclusion constraint (PostgreSQL).
     *
     * @param table the name of the table
     * @param constraint the constraint: {@code ExclusionConstraint.using("gist").with("room", "=").named("ex_room")}
     */
    public void createExcludeConstraint(String table, ExclusionConstraint constraint) {
        addConstraint(table, constraint);
    }

    /**
     * Drops a constraint. MySQL and MariaDB require its kind.
     *
     * @param name the name of the constraint
     * @param table the name of the table
     */
    public void dropConstraint(String name, String table) {
        drop(name, table, null);
    }

    /**
     * Drops a constraint.
     *
     * @param name the name of the constraint
     * @param table the name of the table
     * @param kind the kind of constraint
     */
    public void dropConstraint(String name, String table, ConstraintKind kind) {
        drop(name, table, Objects.requireNonNull(kind, "kind"));
    }

    /**
     * Drops a constraint given by its definition, so that it can be added again when this is undone. A constraint
     * without a name is found by its definition, which is possible only in a batch that recreates the table.
     *
     * @param table the name of the table
     * @param constraint the constraint; a foreign key names its targets as {@code "table.column"}
     */
    public void dropConstraint(String table, Constraint constraint) {
        options.allow("dropConstraint", Flag.IF_EXISTS, Flag.CASCADE);
        var existing = snapshot(name(table), constraint);
        invoke(new DropConstraintOperation(name(table), existing.name(), existing.kind(), existing,
                options.has(Flag.IF_EXISTS), options.has(Flag.CASCADE)));
    }

    private void drop(String name, String table, @Nullable ConstraintKind kind) {
        options.allow("dropConstraint", Flag.IF_EXISTS, Flag.CASCADE);
        invoke(new DropConstraintOperation(name(table), name, kind, null, options.has(Flag.IF_EXISTS),
                options.has(Flag.CASCADE)));
    }

    /**
     * Sets the comment of a table.
     *
     * @param table the name of the table
     * @param comment the comment
     */
    public void createTableComment(String table, String comment) {
        options.allow("createTableComment");
        invoke(new SetTableCommentOperation(name(table), comment, null));
    }

    /**
     * Removes the comment of a table.
     *
     * @param table the name of the table
     */
    public void dropTableComment(String table) {
        options.allow("dropTableComment");
        invoke(new SetTableCommentOperation(name(table), "", null));
    }

    /**
     * Creates a sequence.
     *
     * @param sequence the sequence
     */
    public void createSequence(Sequence sequence) {
        options.allow("createSequence", Flag.IF_NOT_EXISTS);
        invoke(new CreateSequenceOperation(located(sequence), options.has(Flag.IF_NOT_EXISTS)));
    }

    /**
     * Drops a sequence.
     *
     * @param sequence the sequence
     */
    public void dropSequence(Sequence sequence) {
        options.allow("dropSequence", Flag.IF_EXISTS);
        invoke(new DropSequenceOperation(located(sequence), options.has(Flag.IF_EXISTS)));
    }

    private Sequence located(Sequence sequence) {
        return sequence.schema().isEmpty() ? sequence.inSchema(options.schema()) : sequence;
    }

    /**
     * Changes the options of a sequence, which keeps its position.
     *
     * @param from the sequence before the change
     * @param to the sequence after it, with the same name
     */
    public void alterSequence(Sequence from, Sequence to) {
        options.allow("alterSequence");
        invoke(new AlterSequenceOperation(located(from), located(to)));
    }

    /**
     * Creates a schema.
     *
     * @param name the name
     */
    public void createSchema(String name) {
        options.allow("createSchema", Flag.IF_NOT_EXISTS);
        invoke(new CreateSchemaOperation(name, options.has(Flag.IF_NOT_EXISTS)));
    }

    /**
     * Drops a schema.
     *
     * @param name the name
     */
    public void dropSchema(String name) {
        options.allow("dropSchema", Flag.IF_EXISTS, Flag.CASCADE);
        invoke(new DropSchemaOperation(name, options.has(Flag.IF_EXISTS), options.has(Flag.CASCADE)));
    }

    /**
     * Creates an enumeration type. On databases without such types, nothing happens. The types of columns are created
     * with their tables.
     *
     * @param type the type
     */
    public void createEnum(EnumeratedType<?> type) {
        options.allow("createEnum");
        invoke(new CreateEnumOperation(type, type.schema().isEmpty() ? options.schema() : type.schema()));
    }

    /**
     * Drops an enumeration type. On databases without such types, nothing happens. A type is not dropped with the
     * tables that use it.
     *
     * @param type the type
     */
    public void dropEnum(EnumeratedType<?> type) {
        options.allow("dropEnum", Flag.IF_EXISTS);
        invoke(new DropEnumOperation(type, type.schema().isEmpty() ? options.schema() : type.schema(),
                options.has(Flag.IF_EXISTS)));
    }

    /**
     * Adds a label at the end of an enumeration type (PostgreSQL).
     *
     * @param type the name of the type
     * @param label the label
     */
    public void addEnumValue(String type, String label) {
        options.allow("addEnumValue");
        invoke(new AddEnumValueOperation(name(type), label, ""));
    }

    /**
     * Changes the labels of an enumeration type (PostgreSQL). Labels that are only added are added to the type;
     * otherwise a new type replaces it in the columns.
     *
     * @param type the name of the type
     * @param from the labels before the change, in order
     * @param to the labels after it, in order
     * @param columns the columns that have the type
     */
    public void alterEnum(String type, List<String> from, List<String> to, AlterEnumOperation.Use... columns) {
        options.allow("alterEnum");
        invoke(new AlterEnumOperation(name(type), from, to, List.of(columns)));
    }

    /**
     * Creates a view.
     *
     * @param view the name of the view
     * @param definition its query: {@code ViewDefinition.of("SELECT id FROM users").materialized()}
     */
    public void createView(String view, ViewDefinition definition) {
        options.allow("createView");
        invoke(new CreateViewOperation(new ViewSnapshot(name(view), definition, List.of())));
    }

    /**
     * Drops a view.
     *
     * @param view the name of the view
     */
    public void dropView(String view) {
        options.allow("dropView", Flag.IF_EXISTS);
        invoke(new DropViewOperation(name(view), false, null, options.has(Flag.IF_EXISTS)));
    }

    /**
     * Drops a materialized view.
     *
     * @param view the name of the view
     */
    public void dropMaterializedView(String view) {
        options.allow("dropMaterializedView", Flag.IF_EXISTS);
        invoke(new DropViewOperation(name(view), true, null, options.has(Flag.IF_EXISTS)));
    }

    /**
     * Inserts rows.
     *
     * @param table the table, for example as returned by {@link #createTable}
     * @param rows the values by name of column; an expression is written into the statement
     */
    public void bulkInsert(Table table, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        options.allow("bulkInsert", Flag.ROW_BY_ROW);
        var copies = new ArrayList<Map<String, @Nullable Object>>();
        rows.forEach(row -> copies.add(new java.util.LinkedHashMap<>(row)));
        invoke(new InsertRowsOperation(table, copies, !options.has(Flag.ROW_BY_ROW)));
    }

    /**
     * Executes hand-written SQL, verbatim: a colon or a question mark has no special meaning.
     *
     * @param sql one statement
     */
    public void execute(String sql) {
        options.allow("execute");
        invoke(new ExecuteOperation.OfText(sql));
    }

    /**
     * Executes a statement. In a script, its values are written into the SQL.
     *
     * @param statement the statement
     */
    public void execute(Statement<?> statement) {
        options.allow("execute");
        invoke(new ExecuteOperation.OfStatement(statement));
    }

    /**
     * Executes DDL.
     *
     * @param element the DDL
     */
    public void execute(DdlElement element) {
        options.allow("execute");
        invoke(new ExecuteOperation.OfDdl(element));
    }

    /**
     * Changes rows in batches, each in its own transaction, so that no lock is held for long. The preceding changes of
     * the revision are committed. An interrupted backfill resumes where it stopped when the revision is run again. A
     * script contains a single statement instead.
     *
     * {@snippet :
     * op.backfill("users", with -> with.set("email", "lower(login)").where("email IS NULL").pause(ofMillis(50)));
     * }
     *
     * @param table the name of the table
     * @param more sets the values, the rows and the batches
     */
    public void backfill(String table, UnaryOperator<BackfillOptions> more) {
        options.allow("backfill");
        var with = more.apply(BackfillOptions.NONE);
        var columns = new ArrayList<>(with.values().keySet());
        columns.addAll(with.key());
        backfill(Declaration.ofColumns(name(table), columns), with);
    }

    /**
     * Changes rows in batches, each in its own transaction. See {@link #backfill(String, UnaryOperator)}.
     *
     * @param table the table, with the columns that are set and read and those that divide rows into batches
     * @param more sets the values, the rows and the batches
     */
    public void backfill(Table table, UnaryOperator<BackfillOptions> more) {
        options.allow("backfill");
        backfill(table, more.apply(BackfillOptions.NONE));
    }

    private void backfill(Table table, BackfillOptions with) {
        for (var column : with.typed()) {
            if (column.table() != table) {
                throw new IllegalArgumentException("backfill(\"" + table.label() + "\", ...): column \"" + column.name()
                        + "\" belongs to another declaration of a table. Pass that table: backfill(TABLE, ...).");
            }
        }
        invoke(new BackfillOperation(table, with.values(), with.condition(), with.key(), with.batch(), with.pause()));
    }

    /**
     * Runs operations outside any transaction. The preceding changes are committed first.
     *
     * @param work the operations
     */
    public void outsideTransaction(Consumer<? super Operations> work) {
        options.allow("outsideTransaction");
        var recorded = new RecordedOperations(target.dialect(), target.namingConvention());
        work.accept(new Operations(recorded, options));
        invoke(new OutsideTransactionOperation(recorded.operations()));
    }

    /**
     * Starts a batch of changes of a table that are made together when the result is closed. On SQLite, the table is
     * recreated and its rows are copied if one of the changes requires it.
     *
     * @param table the name of the table
     */
    public BatchOperations batchAlterTable(String table) {
        return batchAlterTable(table, batch -> batch);
    }

    /**
     * Starts a batch of changes of a table that are made together when the result is closed.
     *
     * @param table the name of the table
     * @param more sets the options for recreating the table
     */
    public BatchOperations batchAlterTable(String table, UnaryOperator<BatchOptions> more) {
        options.allow("batchAlterTable");
        return new BatchOperations(target, name(table), more.apply(BatchOptions.DEFAULT));
    }

    /**
     * Returns the connection, for queries of data migrations.
     *
     * @throws MigrationException if operations are only recorded or written to a script
     */
    public Connection connection() {
        return target.connection().orElseThrow(() -> new MigrationException("There is no connection: the operations of "
                + "the revision are recorded or written to a script. Check isOffline(), or use execute(...)."));
    }

    /** Returns whether there is no connection, because operations are only recorded or written to a script. */
    public boolean isOffline() {
        return target.connection().isEmpty();
    }

    /** Returns the dialect of the database. */
    public Dialect dialect() {
        return target.dialect();
    }

    /**
     * Returns an argument of the run ({@code -x name=value}); empty if it was not given.
     *
     * @param name the name
     */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(target.arguments().get(name));
    }

    /** Returns the target of the operations if it has the given class. */
    public <T extends OperationTarget> Optional<T> target(Class<T> kind) {
        return kind.isInstance(target) ? Optional.of(kind.cast(target)) : Optional.empty();
    }
}

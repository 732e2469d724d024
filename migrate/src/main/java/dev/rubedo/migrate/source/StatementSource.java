package dev.rubedo.migrate.source;

import static dev.rubedo.migrate.source.SourceWriter.call;
import static dev.rubedo.migrate.source.SourceWriter.lines;
import static dev.rubedo.migrate.source.SourceWriter.quoted;
import static dev.rubedo.migrate.source.SourceWriter.strings;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AddEnumValueOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.AlterEnumOperation;
import dev.rubedo.migrate.operation.AlterSequenceOperation;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.CreateEnumOperation;
import dev.rubedo.migrate.operation.CreateIndexOperation;
import dev.rubedo.migrate.operation.CreateSchemaOperation;
import dev.rubedo.migrate.operation.CreateSequenceOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.CreateViewOperation;
import dev.rubedo.migrate.operation.CustomOperation;
import dev.rubedo.migrate.operation.DropColumnOperation;
import dev.rubedo.migrate.operation.DropConstraintOperation;
import dev.rubedo.migrate.operation.DropEnumOperation;
import dev.rubedo.migrate.operation.DropIndexOperation;
import dev.rubedo.migrate.operation.DropSchemaOperation;
import dev.rubedo.migrate.operation.DropSequenceOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.DropViewOperation;
import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.InsertRowsOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.operation.SetTableCommentOperation;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.LabelType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes operations as statements. Confined to one thread at a time. */
final class StatementSource {
    private final SourceWriter out;
    private final String op;

    StatementSource(SourceWriter out, String op) {
        this.out = out;
        this.op = op;
    }

    List<String> all(List<? extends MigrationOperation> operations) {
        return operations.stream().flatMap(operation -> statements(operation).stream()).toList();
    }

    private List<String> statements(MigrationOperation operation) {
        return switch (operation) {
            case CreateTableOperation o -> List.of(createTable(o));
            case DropTableOperation o -> one(flag(o.ifExists(), "ifExists") + strings("dropTable", name(o.table())));
            case RenameTableOperation o -> one(strings(".renameTable", name(o.table()), o.to()));
            case AddColumnOperation o -> addColumn(o);
            case DropColumnOperation o -> one(flag(o.ifExists(), "ifExists") + flag(o.isCascading(), "cascade")
                    + strings("dropColumn", name(o.table()), o.column()));
            case AlterColumnOperation o -> one(call("alterColumn", quoted(name(o.table())), quoted(o.column()),
                    ColumnSource.change(o, out)));
            case CreateIndexOperation o -> one(flag(o.ifNotExists(), "ifNotExists")
                    + flag(o.isConcurrent(), "concurrently") + createIndex(o));
            case DropIndexOperation o -> one(flag(o.ifExists(), "ifExists") + flag(o.isConcurrent(), "concurrently")
                    + strings("dropIndex", o.name(), name(o.table())));
            case AddConstraintOperation o -> one(call("addConstraint", quoted(name(o.table())),
                    ConstraintSource.write(o.constraint(), out)));
            case DropConstraintOperation o -> one(flag(o.ifExists(), "ifExists") + flag(o.isCascading(), "cascade")
                    + dropConstraint(o));
            case SetTableCommentOperation o -> one(o.comment().isEmpty() ? strings("dropTableComment", name(o.table()))
                    : strings("createTableComment", name(o.table()), o.comment()));
            case ModifyTableOperation o -> all(o.operations());
            case BatchOperation o -> List.of(new BatchSource(out).write(o, name(o.table())));
            case CreateSequenceOperation o -> one(flag(o.ifNotExists(), "ifNotExists")
                    + call("createSequence", ColumnSource.sequence(o.sequence(), out)));
            case DropSequenceOperation o -> one(flag(o.ifExists(), "ifExists")
                    + call("dropSequence", ColumnSource.sequence(o.sequence(), out)));
            case AlterSequenceOperation o -> one(call("alterSequence", ColumnSource.sequence(o.from(), out),
                    ColumnSource.sequence(o.to(), out)));
            case CreateSchemaOperation o -> one(flag(o.ifNotExists(), "ifNotExists")
                    + strings("createSchema", o.name()));
            case DropSchemaOperation o -> one(flag(o.ifExists(), "ifExists") + flag(o.isCascading(), "cascade")
                    + strings("dropSchema", o.name()));
            case CreateEnumOperation o -> one(call("createEnum", labels(o.type(), o.schema())));
            case DropEnumOperation o -> one(flag(o.ifExists(), "ifExists")
                    + call("dropEnum", labels(o.type(), o.schema())));
            case AddEnumValueOperation o when o.before().isEmpty() ->
                one(strings("addEnumValue", name(o.type()), o.label()));
            case AddEnumValueOperation o -> sql(o);
            case AlterEnumOperation o -> List.of(alterEnum(o));
            case CreateViewOperation o -> one(createView(o.view()));
            case DropViewOperation o -> one(flag(o.ifExists(), "ifExists")
                    + strings(o.isMaterialized() ? "dropMaterializedView" : "dropView", name(o.view())));
            case ExecuteOperation.OfText o -> one(call("execute", quoted(o.sql())));
            case ExecuteOperation.OfStatement o -> sql(o);
            case ExecuteOperation.OfDdl o -> sql(o);
            case InsertRowsOperation o -> sql(o);
            case BackfillOperation o -> List.of(backfill(o));
            case OutsideTransactionOperation o -> List.of(outside(o));
            case CustomOperation o -> List.of(custom(o));
        };
    }

    private List<String> one(String call) {
        return List.of(op + (call.startsWith(".") ? call : "." + call) + ";");
    }

    private static String flag(boolean isSet, String method) {
        return isSet ? method + "()." : "";
    }

    /** Returns the name of a table in the format that operations accept. */
    static String name(TableName name) {
        if (name.name().contains(".") || name.schema().contains(".")) {
            throw new MigrationException("Table \"" + name + "\" cannot be written as Java: its name contains a dot. "
                    + "Write the revision by hand.");
        }
        return name.toString();
    }

    private String createTable(CreateTableOperation create) {
        var table = create.definition();
        var arguments = new ArrayList<>(List.of(quoted(name(table.name()))));
        table.columns().forEach(column -> arguments.add(ColumnSource.write(column, table, out)));
        table.constraints().stream().filter(constraint -> !(constraint instanceof ConstraintSnapshot.Primary key
                && key.columns().size() == 1 && ColumnSource.isPlainKey(table, key.columns().get(0))))
                .forEach(constraint -> arguments.add(ConstraintSource.write(constraint, out)));
        table.indexes().forEach(index -> arguments.add(ConstraintSource.index(index, out)));
        if (!table.comment().isEmpty()) {
            arguments.add(out.name(TableOption.class) + strings(".comment", table.comment()));
        }
        for (var option : table.options()) {
            arguments.add(out.name(TableOption.class) + switch (option.kind()) {
                case PREFIX -> strings(".prefix", option.value());
                case DIALECT -> strings(".of", option.dialect(), option.name(), option.value());
                case SCHEMA, COMMENT -> throw new IllegalArgumentException(option.toString());
            });
        }
        return op + "." + lines(flag(create.ifNotExists(), "ifNotExists") + "createTable", arguments) + ";";
    }

    private List<String> addColumn(AddColumnOperation add) {
        var statements = new ArrayList<>(one(flag(add.options().ifNotExists(), "ifNotExists")
                + flag(add.options().inlineReferences(), "inlineReferences")
                + call("addColumn", quoted(name(add.table())), ColumnSource.write(add.column(), out))));
        add.constraints().forEach(each -> statements
                .addAll(statements(new AddConstraintOperation(add.table(), each))));
        add.indexes().forEach(each -> statements.addAll(statements(new CreateIndexOperation(add.table(), each))));
        return statements;
    }

    private String createIndex(CreateIndexOperation create) {
        var index = create.index();
        boolean isSimple = ConstraintSource.isPlain(index) && !index.isUnique() && index.including().isEmpty()
                && index.condition() == NoCondition.NONE && index.method().isEmpty()
                && index.options().isEmpty();
        return isSimple
                ? call("createIndex", quoted(index.name()), quoted(name(create.table())), quoted(index.columns()))
                : call("createIndex", quoted(name(create.table())), ConstraintSource.index(index, out));
    }

    private String dropConstraint(DropConstraintOperation drop) {
        var existing = drop.existing();
        if (drop.name().isEmpty()) {
            return call("dropConstraint", quoted(name(drop.table())),
                    ConstraintSource.write(Objects.requireNonNull(existing, "existing"), out));
        }
        return drop.kind() == null ? strings("dropConstraint", drop.name(), name(drop.table()))
                : call("dropConstraint", quoted(drop.name()), quoted(name(drop.table())), out.constant(drop.kind()));
    }

    private String labels(EnumeratedType<?> type, String schema) {
        return TypeSource.write(new LabelType(type.name(), schema, type.labels()), out);
    }

    private String alterEnum(AlterEnumOperation alter) {
        var arguments = new ArrayList<>(
                List.of(quoted(name(alter.type())), out.list(alter.from()), out.list(alter.to())));
        for (var use : alter.columns()) {
            arguments.add("new " + out.name(AlterEnumOperation.Use.class) + "(" + out.name(TableName.class)
                    + strings(".of", name(use.table())) + ", " + quoted(use.column()) + ", "
                    + quoted(use.serverDefault()) + ", " + use.isArray() + ")");
        }
        return op + "." + lines("alterEnum", arguments) + ";";
    }

    private String createView(ViewSnapshot view) {
        var query = view.definition().query();
        var sql = query == null ? view.definition().sql() : out.dialect().compileWithValues(query);
        return call("createView", quoted(name(view.name())), out.name(ViewDefinition.class) + ".of(" + quoted(sql)
                + ")" + (view.definition().isMaterialized() ? ".materialized()" : ""));
    }

    private String backfill(BackfillOperation backfill) {
        var name = new TableName(backfill.table().schema(), backfill.table().name());
        var parts = new ArrayList<>(List.of("with -> with"));
        backfill.values().forEach((column, value) -> parts.add(call(".set", quoted(column), out.sql(value))));
        if (backfill.condition() != NoCondition.NONE) {
            // the parentheses around a text are added again
            var condition = backfill.condition() instanceof BooleanCondition one ? one : backfill.restriction();
            parts.add(call(".where", out.sql(condition)));
        }
        if (!backfill.key().isEmpty()) {
            parts.add(call(".keyedBy", quoted(backfill.key())));
        }
        if (backfill.batch() != BackfillOperation.USUAL_BATCH) {
            parts.add(call(".batch", backfill.batch() + ""));
        }
        if (!backfill.pause().isZero()) {
            parts.add(call(".pause", call(out.name(Duration.class) + ".ofMillis", backfill.pause().toMillis() + "")));
        }
        return op + "." + call("backfill", quoted(name(name)), String.join("\n        ", parts)) + ";";
    }

    /** Writes operations that have no other form as the SQL of the database. */
    private List<String> sql(MigrationOperation operation) {
        return OperationRenderer.render(operation, out.dialect()).stream()
                .flatMap(statement -> statement.sql(out.dialect()).stream())
                .flatMap(sql -> one(call("execute", quoted(sql))).stream()).toList();
    }

    private String outside(OutsideTransactionOperation outside) {
        var inner = new StatementSource(out, "each").all(outside.operations());
        var text = new StringBuilder(op).append(".outsideTransaction(each -> {\n");
        inner.forEach(statement -> text.append(statement.indent(4)));
        return text.append("});").toString();
    }

    private String custom(CustomOperation operation) {
        var item = operation.source().orElseThrow(() -> new MigrationException("The operation \""
                + operation.describe() + "\" cannot be written as Java: its class "
                + operation.getClass().getSimpleName() + " does not override source()."));
        item.imports().forEach(out::require);
        return item.code().replace("{op}", op);
    }
}

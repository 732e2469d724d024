package dev.rubedo.migrate.source;

import static dev.rubedo.migrate.source.SourceWriter.call;
import static dev.rubedo.migrate.source.SourceWriter.quoted;
import static dev.rubedo.migrate.source.SourceWriter.strings;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AddConstraintOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.BatchOperations;
import dev.rubedo.migrate.operation.BatchOptions;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes batches as Java. Confined to one thread at a time. */
final class BatchSource {
    private final SourceWriter out;

    BatchSource(SourceWriter out) {
        this.out = out;
    }

    String write(BatchOperation batch, String table) {
        var text = new StringBuilder("try (").append(out.name(BatchOperations.class)).append(" batch = op.")
                .append(options(batch, table)).append(") {\n");
        batch.operations().stream().flatMap(operation -> calls(operation).stream())
                .forEach(call -> text.append("    batch.").append(call).append(";\n"));
        return text.append('}').toString();
    }

    private static String options(BatchOperation batch, String table) {
        var options = batch.options();
        if (options.equals(BatchOptions.DEFAULT)) {
            return strings("batchAlterTable", table);
        }
        if (options.copyFrom() == null && options.items().isEmpty() && options.order().isEmpty()
                && options.naming() == null && options.recreate() == BatchOptions.Recreate.ALWAYS) {
            return call("batchAlterTable", quoted(table), "with -> with.recreateAlways()");
        }
        throw new MigrationException("The batch of table \"" + table + "\" cannot be written as Java: it has options. "
                + "Write the revision by hand.");
    }

    private List<String> calls(TableOperation operation) {
        return switch (operation) {
            case AddColumnOperation o -> addColumn(o);
            case DropColumnOperation o -> List.of(strings("dropColumn", o.column()));
            case AlterColumnOperation o ->
                List.of(call("alterColumn", quoted(o.column()), ColumnSource.change(o, out)));
            case CreateIndexOperation o -> List.of(call("createIndex", ConstraintSource.index(o.index(), out)));
            case DropIndexOperation o -> List.of(strings("dropIndex", o.name()));
            case AddConstraintOperation o ->
                List.of(call("addConstraint", ConstraintSource.write(o.constraint(), out)));
            case DropConstraintOperation o -> List.of(dropConstraint(o));
            case SetTableCommentOperation o -> List.of(o.comment().isEmpty() ? "dropTableComment()"
                    : strings("createTableComment", o.comment()));
            case ModifyTableOperation o -> o.operations().stream().flatMap(each -> calls(each).stream()).toList();
            case CreateTableOperation o -> throw refused(o);
            case DropTableOperation o -> throw refused(o);
            case RenameTableOperation o -> throw refused(o);
            case BatchOperation o -> throw refused(o);
        };
    }

    private static MigrationException refused(TableOperation operation) {
        return new MigrationException(
                "A batch cannot " + operation.describe() + ". Move the operation out of the batch.");
    }

    private List<String> addColumn(AddColumnOperation add) {
        var calls = new ArrayList<>(List.of(call("addColumn", ColumnSource.write(add.column(), out))));
        add.constraints().forEach(each -> calls.add(call("addConstraint", ConstraintSource.write(each, out))));
        add.indexes().forEach(each -> calls.add(call("createIndex", ConstraintSource.index(each, out))));
        return calls;
    }

    private String dropConstraint(DropConstraintOperation drop) {
        return drop.name().isEmpty() || drop.kind() == null
                ? call("dropConstraint",
                        ConstraintSource.write(Objects.requireNonNull(drop.existing(), "existing"), out))
                : call("dropConstraint", quoted(drop.name()), out.constant(drop.kind()));
    }
}

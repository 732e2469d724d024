package dev.rubedo.migrate.lint;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.InsertRowsOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.TableOperation;
import dev.rubedo.migrate.render.RenderedStatement;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * An operation that is checked. Immutable.
 *
 * @param operation the operation
 * @param line the line that contains it, from 1; 0 if it is not known
 * @param isOutside whether it explicitly runs outside transactions
 * @param dialect the dialect of the database
 * @param before the schema before it, according to the preceding operations
 * @param created the tables that the same revision created before it, which are empty or small
 */
public record LintedOperation(MigrationOperation operation, int line, boolean isOutside, Dialect dialect,
        SchemaSnapshot before, Set<TableName> created) {
    /** Copies the set. */
    public LintedOperation {
        created = Set.copyOf(created);
    }

    /** Returns the table that the operation changes, if it exists before the revision and can have many rows. */
    public Optional<TableName> changedTable() {
        return operation instanceof TableOperation change && !(change instanceof CreateTableOperation)
                && !created.contains(change.table()) ? Optional.of(change.table()) : Optional.empty();
    }

    /**
     * Finds a column before the operation.
     *
     * @param table the table
     * @param name the name of the column
     */
    public Optional<ColumnSnapshot> column(TableName table, String name) {
        return before.find(table).flatMap(found -> found.find(name));
    }

    /** Returns whether the operation changes the schema; otherwise it only changes rows. */
    public boolean changesSchema() {
        return switch (operation) {
            case InsertRowsOperation rows -> false;
            case BackfillOperation backfill -> false;
            case ExecuteOperation.OfStatement statement -> false;
            case ExecuteOperation.OfText text -> !new RenderedStatement.Text(text.sql()).isOfRows();
            case MigrationOperation other -> true;
        };
    }
}

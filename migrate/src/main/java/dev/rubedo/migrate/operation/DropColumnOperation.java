package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column. Immutable.
 *
 * @param table the name of the table
 * @param column the name of the column
 * @param existing the operation that adds the column again; null if its definition is not known
 * @param ifExists whether to do nothing if the column does not exist, instead of failing
 * @param isCascading whether to also drop objects that depend on the column; on SQL Server, its checks and foreign keys
 */
public record DropColumnOperation(TableName table, String column, @Nullable AddColumnOperation existing,
        boolean ifExists, boolean isCascading) implements TableOperation {
    /** Checks the names. */
    public DropColumnOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    /**
     * Drops a column whose definition is not known, failing if it does not exist.
     *
     * @param table the name of the table
     * @param column the name of the column
     */
    public DropColumnOperation(TableName table, String column) {
        this(table, column, null, false, false);
    }

    @Override
    public AddColumnOperation reverse() {
        if (existing == null) {
            throw new IrreversibleOperationException(describe(), "its definition is not known");
        }
        return existing;
    }

    @Override
    public boolean isDestructive() {
        return true;
    }

    @Override
    public OperationStep step() {
        return OperationStep.CHANGE_TABLES;
    }

    @Override
    public String describe() {
        return "drop column \"" + table + "." + column + "\"";
    }
}

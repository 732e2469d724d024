package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index. Immutable.
 *
 * @param table the name of the table
 * @param name the name of the index
 * @param existing the index, to create it again; null if it is not known
 * @param ifExists whether to do nothing if the index does not exist, instead of failing
 * @param isConcurrent whether the table remains writable during the operation, which on PostgreSQL requires a step
 *     outside transactions
 */
public record DropIndexOperation(TableName table, String name, @Nullable IndexSnapshot existing, boolean ifExists,
        boolean isConcurrent) implements TableOperation {
    /** Checks the names. */
    public DropIndexOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Drops an index whose definition is not known, failing if it does not exist.
     *
     * @param table the name of the table
     * @param name the name of the index
     */
    public DropIndexOperation(TableName table, String name) {
        this(table, name, null, false, false);
    }

    @Override
    public CreateIndexOperation reverse() {
        if (existing == null) {
            throw new IrreversibleOperationException(describe(), "its definition is not known");
        }
        return new CreateIndexOperation(table, existing, ifExists, isConcurrent);
    }

    @Override
    public OperationStep step() {
        return OperationStep.DROP_INDEXES;
    }

    @Override
    public String describe() {
        return "drop index \"" + name + "\" of table \"" + table + "\"";
    }
}

package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;

/**
 * Creates an index. Immutable.
 *
 * @param table the name of the table
 * @param index the index
 * @param ifNotExists whether to do nothing if the index exists, instead of failing
 * @param isConcurrent whether the table remains writable during the operation, which on PostgreSQL requires a step
 *     outside transactions
 */
public record CreateIndexOperation(TableName table, IndexSnapshot index, boolean ifNotExists, boolean isConcurrent)
        implements
            TableOperation {
    /** Checks the components. */
    public CreateIndexOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    /**
     * Creates an index, failing if it exists.
     *
     * @param table the name of the table
     * @param index the index
     */
    public CreateIndexOperation(TableName table, IndexSnapshot index) {
        this(table, index, false, false);
    }

    @Override
    public DropIndexOperation reverse() {
        return new DropIndexOperation(table, index.name(), index, ifNotExists, isConcurrent);
    }

    @Override
    public OperationStep step() {
        return OperationStep.CREATE_INDEXES;
    }

    @Override
    public String describe() {
        return "create index \"" + index.name() + "\" on table \"" + table + "\"";
    }
}

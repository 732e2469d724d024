package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table. Immutable.
 *
 * @param table the name
 * @param existing the table, to create it again; null if it is not known
 * @param ifExists whether to do nothing if the table does not exist, instead of failing
 */
public record DropTableOperation(TableName table, @Nullable TableSnapshot existing, boolean ifExists)
        implements
            TableOperation {
    /** Checks the name. */
    public DropTableOperation {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public CreateTableOperation reverse() {
        if (existing == null) {
            throw new IrreversibleOperationException(describe(), "its definition is not known");
        }
        return new CreateTableOperation(existing, ifExists);
    }

    @Override
    public boolean isDestructive() {
        return true;
    }

    @Override
    public OperationStep step() {
        return OperationStep.DROP_TABLES;
    }

    @Override
    public String describe() {
        return "drop table \"" + table + "\"";
    }
}

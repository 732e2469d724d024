package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import java.util.Objects;

/**
 * Creates a table with its constraints and indexes. Immutable.
 *
 * @param definition the table
 * @param ifNotExists whether to do nothing if the table exists, instead of failing
 */
public record CreateTableOperation(TableSnapshot definition, boolean ifNotExists) implements TableOperation {
    /** Checks the table. */
    public CreateTableOperation {
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public TableName table() {
        return definition.name();
    }

    @Override
    public DropTableOperation reverse() {
        return new DropTableOperation(definition.name(), definition, ifNotExists);
    }

    @Override
    public OperationStep step() {
        return OperationStep.CREATE_TABLES;
    }

    @Override
    public String describe() {
        return "create table \"" + table() + "\"";
    }
}

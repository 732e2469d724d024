package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;

/**
 * Drops a schema. Immutable.
 *
 * @param name the name
 * @param ifExists whether to do nothing if it does not exist, instead of failing
 * @param isCascading whether to also drop its contents
 */
public record DropSchemaOperation(String name, boolean ifExists, boolean isCascading) implements DatabaseOperation {
    /** Checks the name. */
    public DropSchemaOperation {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public CreateSchemaOperation reverse() {
        return new CreateSchemaOperation(name, ifExists);
    }

    @Override
    public boolean isDestructive() {
        return isCascading;
    }

    @Override
    public OperationStep step() {
        return OperationStep.DROP_SCHEMAS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        SchemaSnapshot after = before;
        for (TableName table : before.tables().keySet()) {
            after = table.schema().equals(name) ? after.without(table) : after;
        }
        return after;
    }

    @Override
    public String describe() {
        return "drop schema \"" + name + "\"";
    }
}

package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import java.util.Objects;

/**
 * Creates a schema. Immutable.
 *
 * @param name the name
 * @param ifNotExists whether to do nothing if it exists, instead of failing
 */
public record CreateSchemaOperation(String name, boolean ifNotExists) implements DatabaseOperation {
    /** Checks the name. */
    public CreateSchemaOperation {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public DropSchemaOperation reverse() {
        return new DropSchemaOperation(name, ifNotExists, false);
    }

    @Override
    public OperationStep step() {
        return OperationStep.CREATE_SCHEMAS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    @Override
    public String describe() {
        return "create schema \"" + name + "\"";
    }
}

package dev.rubedo.migrate.operation;

import java.util.Objects;

/**
 * Creates a schema. Immutable.
 *
 * @param name the name
 * @param ifNotExists whether to do nothing if it exists, instead of failing
 */
public record CreateSchemaOperation(String name, boolean ifNotExists) implements MigrationOperation {
    /** Checks the name. */
    public CreateSchemaOperation {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public DropSchemaOperation reverse() {
        return new DropSchemaOperation(name, ifNotExists, false);
    }

    @Override
    public String describe() {
        return "create schema \"" + name + "\"";
    }
}

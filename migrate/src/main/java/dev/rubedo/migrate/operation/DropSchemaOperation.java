package dev.rubedo.migrate.operation;

import java.util.Objects;

/**
 * Drops a schema. Immutable.
 *
 * @param name the name
 * @param ifExists whether to do nothing if it does not exist, instead of failing
 * @param isCascading whether to drop what is in it too
 */
public record DropSchemaOperation(String name, boolean ifExists, boolean isCascading) implements MigrationOperation {
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
    public String describe() {
        return "drop schema \"" + name + "\"";
    }
}

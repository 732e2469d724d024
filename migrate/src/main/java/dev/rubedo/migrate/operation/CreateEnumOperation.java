package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.type.EnumeratedType;
import java.util.Objects;

/**
 * Creates an enumeration type, on databases that have such types. Immutable.
 *
 * @param type the type
 * @param schema its schema; empty for the default one
 */
public record CreateEnumOperation(EnumeratedType<?> type, String schema) implements DatabaseOperation {
    /** Checks the components. */
    public CreateEnumOperation {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(schema, "schema");
    }

    @Override
    public DropEnumOperation reverse() {
        return new DropEnumOperation(type, schema, false);
    }

    @Override
    public OperationStep step() {
        return OperationStep.ENUMS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    @Override
    public String describe() {
        return "create type \"" + type.name() + "\"";
    }
}

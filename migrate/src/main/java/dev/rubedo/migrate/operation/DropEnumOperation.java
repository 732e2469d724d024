package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.type.EnumeratedType;
import java.util.Objects;

/**
 * Drops an enumeration type, on databases that have such types. Immutable.
 *
 * @param type the existing type
 * @param schema its schema; empty for the default one
 * @param ifExists whether to do nothing if it does not exist, instead of failing
 */
public record DropEnumOperation(EnumeratedType<?> type, String schema, boolean ifExists)
        implements
            DatabaseOperation {
    /** Checks the components. */
    public DropEnumOperation {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(schema, "schema");
    }

    @Override
    public CreateEnumOperation reverse() {
        return new CreateEnumOperation(type, schema);
    }

    @Override
    public OperationStep step() {
        return OperationStep.DROP_SEQUENCES_AND_ENUMS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before;
    }

    @Override
    public String describe() {
        return "drop type \"" + type.name() + "\"";
    }
}

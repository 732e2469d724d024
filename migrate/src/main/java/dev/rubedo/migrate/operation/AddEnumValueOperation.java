package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;

/**
 * Adds a label to the type of an enumeration (PostgreSQL). The label cannot be used in the transaction that adds it.
 * Immutable.
 *
 * @param type the name of the type
 * @param label the label
 * @param before the label before which it is added; empty to add it at the end
 */
public record AddEnumValueOperation(TableName type, String label, String before) implements DatabaseOperation {
    /** Checks the components. */
    public AddEnumValueOperation {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(before, "before");
    }

    @Override
    public MigrationOperation reverse() {
        throw new IrreversibleOperationException(describe(), "PostgreSQL cannot remove a label from a type");
    }

    @Override
    public OperationStep step() {
        return OperationStep.ENUMS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return EnumLabels.apply(before, this);
    }

    @Override
    public String describe() {
        return "add value \"" + label + "\" to type \"" + type + "\"";
    }
}

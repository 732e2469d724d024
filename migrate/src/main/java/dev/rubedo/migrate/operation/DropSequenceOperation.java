package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Sequence;
import java.util.Objects;

/**
 * Drops a sequence. Immutable.
 *
 * @param sequence the existing sequence
 * @param ifExists whether to do nothing if it does not exist, instead of failing
 */
public record DropSequenceOperation(Sequence sequence, boolean ifExists) implements DatabaseOperation {
    /** Checks the sequence. */
    public DropSequenceOperation {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public CreateSequenceOperation reverse() {
        return new CreateSequenceOperation(sequence, ifExists);
    }

    @Override
    public OperationStep step() {
        return OperationStep.DROP_SEQUENCES_AND_ENUMS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before.withoutSequence(new TableName(sequence.schema(), sequence.name()));
    }

    @Override
    public String describe() {
        return "drop sequence \"" + sequence.name() + "\"";
    }
}

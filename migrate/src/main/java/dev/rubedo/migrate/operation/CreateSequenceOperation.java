package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.Sequence;
import java.util.Objects;

/**
 * Creates a sequence. Immutable.
 *
 * @param sequence the sequence
 * @param ifNotExists whether to do nothing if it exists, instead of failing
 */
public record CreateSequenceOperation(Sequence sequence, boolean ifNotExists) implements DatabaseOperation {
    /** Checks the sequence. */
    public CreateSequenceOperation {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public DropSequenceOperation reverse() {
        return new DropSequenceOperation(sequence, ifNotExists);
    }

    @Override
    public OperationStep step() {
        return OperationStep.SEQUENCES;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before.with(sequence);
    }

    @Override
    public String describe() {
        return "create sequence \"" + sequence.name() + "\"";
    }
}

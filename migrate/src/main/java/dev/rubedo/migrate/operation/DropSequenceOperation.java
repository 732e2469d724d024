package dev.rubedo.migrate.operation;

import dev.rubedo.schema.Sequence;
import java.util.Objects;

/**
 * Drops a sequence. Immutable.
 *
 * @param sequence the sequence, as it exists
 * @param ifExists whether to do nothing if it does not exist, instead of failing
 */
public record DropSequenceOperation(Sequence sequence, boolean ifExists) implements MigrationOperation {
    /** Checks the sequence. */
    public DropSequenceOperation {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public CreateSequenceOperation reverse() {
        return new CreateSequenceOperation(sequence, ifExists);
    }

    @Override
    public String describe() {
        return "drop sequence \"" + sequence.name() + "\"";
    }
}

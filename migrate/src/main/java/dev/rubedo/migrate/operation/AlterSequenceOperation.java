package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.schema.Sequence;

/**
 * Changes the options of a sequence, which keeps its position. Immutable.
 *
 * @param from the sequence before the change
 * @param to the sequence after it, with the same name and schema
 */
public record AlterSequenceOperation(Sequence from, Sequence to) implements DatabaseOperation {
    /** Checks the names. */
    public AlterSequenceOperation {
        if (!from.name().equals(to.name()) || !from.schema().equals(to.schema())) {
            throw new IllegalArgumentException("Sequence \"" + from.name()
                    + "\" cannot become \"" + to.name() + "\": a change cannot alter its name or schema");
        }
    }

    @Override
    public AlterSequenceOperation reverse() {
        return new AlterSequenceOperation(to, from);
    }

    @Override
    public OperationStep step() {
        return OperationStep.SEQUENCES;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before.with(to);
    }

    @Override
    public String describe() {
        return "alter sequence \"" + to.name() + "\"";
    }
}

package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Objects;

/**
 * The next value of a sequence. Immutable.
 *
 * @param schema the schema of the sequence, or empty
 * @param sequence the name of the sequence
 */
public record NextValue(String schema, String sequence) implements Expression<Long> {
    /** Checks the components. */
    public NextValue {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public SqlType<Long> type() {
        return Types.BIGINT;
    }

    @Override
    public void describe(Structure out) {
        out.part(schema);
        out.part(sequence);
    }

    @Override
    public NextValue rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

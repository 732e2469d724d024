package dev.rubedo.sql;

import java.util.Objects;

/**
 * The opposite of a condition that has no simpler one. Immutable.
 *
 * @param operand the condition
 */
public record Not(Condition operand) implements Condition {
    /** Checks the parts. */
    public Not {
        Objects.requireNonNull(operand, "operand");
    }

    @Override
    public Condition negate() {
        return operand;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

package dev.rubedo.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The negation of a condition that has no simpler opposite. Immutable.
 *
 * @param operand the condition
 */
public record Not(Condition operand) implements Condition {
    /** Checks the components. */
    public Not {
        Objects.requireNonNull(operand, "operand");
    }

    @Override
    public Condition negate() {
        return operand;
    }

    // without recursion, however deep it is
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public int hashCode() {
        return Components.hash(this);
    }

    @Override
    public void describe(Structure out) {
        out.expression(operand);
    }

    @Override
    public Condition rewrite(Rewriter rewriter) {
        var changed = rewriter.condition(operand);
        return Rewriter.same(changed, operand) ? this : changed.negate();
    }

    @Override
    public int precedence() {
        return Operator.NOT.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

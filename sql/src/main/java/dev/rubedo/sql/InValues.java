package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test against a list of values, each of which becomes a parameter. The length of the list is not part of the shape
 * of a statement. Immutable.
 *
 * @param operand the tested expression; a {@link Tuple} is tested against lists of values
 * @param name the name by which the list can be given at execution; empty for none
 * @param values the values, of the type of the operand; null if they are given at execution
 * @param isNegated whether a match fails the test
 */
public record InValues(Expression<?> operand, String name, @Nullable List<?> values,
        boolean isNegated) implements Condition {
    /** Checks the components. */
    public InValues {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(name, "name");
        if (values == null && name.isEmpty()) {
            throw new IllegalArgumentException("A list that is given at execution needs a name");
        }
        values = values == null ? null : Operands.copy(values);
    }

    @Override
    public Condition negate() {
        return new InValues(operand, name, values, !isNegated);
    }

    @Override
    public void describe(Structure out) {
        out.part(isNegated);
        out.expression(operand);
        out.value(this, values, false);
        out.part(name);
    }

    @Override
    public InValues rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new InValues(changed, name, values, isNegated);
    }

    @Override
    public int precedence() {
        return Operator.IN.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.Objects;

/**
 * Any boolean expression as a condition. Immutable.
 *
 * @param expression the expression; never a {@link Condition}
 */
public record BooleanCondition(Expression<Boolean> expression) implements Condition {

    /** Checks the components. */
    public BooleanCondition {
        if (expression instanceof Condition) {
            throw new IllegalArgumentException("A condition must not be wrapped: use BooleanCondition.of(expression)");
        }
        Objects.requireNonNull(expression, "expression");
    }

    @Override
    public Condition negate() {
        return expression instanceof Literal<Boolean>(var constant, var type)
                ? new BooleanCondition(new Literal<>(!constant, type)) : new Not(this);
    }

    /** The condition that is always true. */
    public static final Condition TRUE = new BooleanCondition(new Literal<>(true, Types.BOOLEAN));

    /** The condition that is never true. */
    public static final Condition FALSE = new BooleanCondition(new Literal<>(false, Types.BOOLEAN));

    /**
     * Returns an expression as a condition. A condition is returned unchanged, and a label is left out.
     *
     * @param expression the expression
     * @throws IllegalArgumentException if it is not of a boolean type
     */
    public static Condition of(Expression<Boolean> expression) {
        if (Objects.requireNonNull(expression, "condition") instanceof Condition condition) {
            return condition;
        }
        if (expression instanceof Labeled<Boolean>(var labeled, var name)) {
            return of(labeled);
        }
        Operands.requireBoolean(expression);
        return new BooleanCondition(expression);
    }

    @Override
    public void describe(Structure out) {
        out.expression(expression);
    }

    @Override
    public Condition rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(expression);
        return Rewriter.same(changed, expression) ? this : of(changed);
    }

    @Override
    public int precedence() {
        return expression.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

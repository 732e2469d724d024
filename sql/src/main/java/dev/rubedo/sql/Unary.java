package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A prefix operator and its operand. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operator the operator
 * @param operand the operand
 * @param type the type of the result
 */
public record Unary<T extends @Nullable Object>(Operator operator, Expression<?> operand,
        SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public Unary {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(type, "type");
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
        out.part(operator);
        out.part(type);
        out.expression(operand);
    }

    @Override
    public Unary<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new Unary<>(operator, changed, type);
    }

    @Override
    public int precedence() {
        return operator.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

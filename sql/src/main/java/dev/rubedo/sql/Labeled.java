package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression with a label. Immutable.
 *
 * @param <T> the Java type of its values
 * @param expression the expression
 * @param label the name
 */
public record Labeled<T extends @Nullable Object>(Expression<T> expression, String label) implements Expression<T> {
    /** Checks the components. */
    public Labeled {
        Objects.requireNonNull(expression, "expression");
        if (label.isBlank()) {
            throw new IllegalArgumentException("as(): the name is empty");
        }
    }

    @Override
    public SqlType<T> type() {
        return expression.type();
    }

    @Override
    public void describe(Structure out) {
        out.part(label);
        out.expression(expression);
    }

    @Override
    public Labeled<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(expression);
        return Rewriter.same(changed, expression) ? this : new Labeled<>(changed, label);
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

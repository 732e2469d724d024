package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression that Java reads as another type. Its SQL is that of the operand. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operand the expression
 * @param type the type to read it as
 */
public record TypeCoercion<T extends @Nullable Object>(Expression<?> operand,
        SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public TypeCoercion {
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
        out.part(type);
        out.expression(operand);
    }

    @Override
    public TypeCoercion<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new TypeCoercion<>(changed, type);
    }

    @Override
    public int precedence() {
        return operand.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code ANY (...)} or {@code ALL (...)}, the right side of a comparison. Immutable.
 *
 * @param <T> the Java type of its values
 * @param quantifier ANY or ALL
 * @param operand a scalar subquery or an array
 * @param type the element type
 */
public record Quantified<T extends @Nullable Object>(Quantifier quantifier, Expression<?> operand,
        SqlType<T> type) implements Expression<T>, RightOperand {

    /** Checks the components. */
    public Quantified {
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(type, "type");
    }

    /** The number of elements for which the comparison must hold. Immutable. */
    public enum Quantifier {
        /** At least one. */
        ANY,
        /** All. */
        ALL
    }

    @Override
    public void describe(Structure out) {
        out.part(quantifier);
        out.part(type);
        out.expression(operand);
    }

    @Override
    public Quantified<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new Quantified<>(quantifier, changed, type);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

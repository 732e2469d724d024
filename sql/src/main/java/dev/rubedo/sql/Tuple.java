package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;

/**
 * A row value: {@code (a, b)}. Immutable.
 *
 * @param elements the elements, two or more
 */
public record Tuple(List<Expression<?>> elements) implements Expression<Row> {
    /** Checks the components. */
    public Tuple {
        elements = List.copyOf(elements);
        if (elements.size() < 2) {
            throw new IllegalArgumentException("tuple() needs two or more elements");
        }
    }

    /**
     * Returns {@code (a, b) IN ((1, 2), ...)}.
     *
     * @param rows the rows, each with as many values as this tuple
     */
    public Condition inRows(List<? extends List<?>> rows) {
        return Operands.in(this, rows, false);
    }

    /**
     * Returns {@code (a, b) NOT IN ((1, 2), ...)}.
     *
     * @param rows the rows, each with as many values as this tuple
     */
    public Condition notInRows(List<? extends List<?>> rows) {
        return Operands.in(this, rows, true);
    }

    // A row has no SQL type; it is never bound or read.
    @Override
    @SuppressWarnings("unchecked")
    public SqlType<Row> type() {
        return (SqlType<Row>) (SqlType<?>) Types.UNKNOWN;
    }

    @Override
    public void describe(Structure out) {
        out.expressions(elements);
    }

    @Override
    public Tuple rewrite(Rewriter rewriter) {
        var changed = rewriter.expressions(elements);
        return Rewriter.same(changed, elements) ? this : new Tuple(changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}

package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the values of a condition into its SQL. Confined to one thread at a time. */
final class ConstantValues extends Rewriter {

    @Override
    @SuppressWarnings("NullAway") // the value of a parameter has its type
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        if (node instanceof BindParameter<T> bind) {
            if (bind.isRequired()) {
                throw parameter(bind.name());
            }
            return bind.value() == null ? new NullValue<>(bind.type()) : new Literal<>(bind.value(), bind.type());
        }
        return super.expression(node);
    }

    /** The parameters of a text are named in it and cannot become part of it. */
    @Override
    List<BindParameter<?>> parameters(List<BindParameter<?>> nodes) {
        if (!nodes.isEmpty()) {
            throw parameter(nodes.get(0).name());
        }
        return nodes;
    }

    @Override
    public Condition condition(Condition node) {
        if (!(node instanceof InValues(var operand, var name, var values, var isNegated))) {
            return super.condition(node);
        }
        if (values == null) {
            throw parameter(name);
        }
        return values.isEmpty() || operand instanceof Tuple
                ? super.condition(node)
                : list(operand, values, isNegated);
    }

    private static IllegalArgumentException parameter(String name) {
        return new IllegalArgumentException("The condition of a partial index cannot have the parameter \"" + name
                + "\". Write its value into the condition.");
    }

    private static <T extends @Nullable Object> Condition list(Expression<T> operand, Iterable<?> values,
            boolean isNegated) {
        var items = new ArrayList<Expression<?>>();
        for (var value : values) {
            items.add(literal(operand, value));
        }
        return new InList(operand, items, isNegated);
    }

    // The values of a list have the type of its operand.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <T extends @Nullable Object> Expression<T> literal(Expression<T> operand, @Nullable Object value) {
        return value == null ? new NullValue<>(operand.type()) : new Literal<>((T) value, operand.type());
    }
}

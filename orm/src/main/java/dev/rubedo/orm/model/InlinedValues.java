package dev.rubedo.orm.model;

import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.metamodel.ValueSource;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Rewriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of an expression into its SQL, so that the statements of a flush have no other parameters than the
 * attributes. Immutable.
 */
final class InlinedValues extends Rewriter {

    private final String attribute;

    private InlinedValues(String attribute) {
        this.attribute = attribute;
    }

    /** Returns the expression of a default. */
    static Expression<?> in(ValueSource.OfSql source, String entity, String attribute) {
        String name = entity + "." + attribute;
        Expression<?> expression = Objects.requireNonNull(source.expression().get(),
                () -> "The expression of the default of \"" + name + "\" is null.");
        return new InlinedValues(name).expression(expression);
    }

    @Override
    @SuppressWarnings("NullAway") // the value of a parameter has its type
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        if (node instanceof BindParameter<T> bind) {
            if (bind.isRequired()) {
                throw new MappingException("The default of \"" + attribute
                        + "\" has a parameter without a value. Write the value into the expression.");
            }
            return bind.value() == null ? new NullValue<>(bind.type()) : new Literal<>(bind.value(), bind.type());
        }
        return super.expression(node);
    }
}

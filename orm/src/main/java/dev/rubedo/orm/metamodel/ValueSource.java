package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Expression;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The source of an attribute's value if the program does not set it. Immutable. */
public sealed interface ValueSource {

    /** Returns the source that always returns the same value, which must be immutable. */
    static ValueSource of(Object value) {
        Objects.requireNonNull(value, "value");
        return new OfProgram(() -> value);
    }

    /** Returns the source that calls a supplier once for each row. The supplier must be thread-safe. */
    static ValueSource supplied(Supplier<? extends @Nullable Object> supplier) {
        return new OfProgram(supplier);
    }

    /**
     * Returns the source that lets the database evaluate an expression.
     *
     * @param expression returns the expression; called once, when a model is built
     */
    static ValueSource sql(Supplier<? extends Expression<?>> expression) {
        return new OfSql(expression);
    }

    /**
     * A value that is determined in Java, for each row. Immutable.
     *
     * @param supplier returns the value
     */
    record OfProgram(Supplier<? extends @Nullable Object> supplier) implements ValueSource {

        /** Checks for null. */
        public OfProgram {
            Objects.requireNonNull(supplier, "supplier");
        }
    }

    /**
     * A value that the database evaluates. Immutable.
     *
     * @param expression returns the expression
     */
    record OfSql(Supplier<? extends Expression<?>> expression) implements ValueSource {

        /** Checks for null. */
        public OfSql {
            Objects.requireNonNull(expression, "expression");
        }
    }
}

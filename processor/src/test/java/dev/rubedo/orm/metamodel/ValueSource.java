package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Expression;
import java.util.function.Supplier;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public interface ValueSource {

    static ValueSource of(Object value) {
        return new ValueSource() {};
    }

    static ValueSource supplied(Supplier<?> supplier) {
        return new ValueSource() {};
    }

    static ValueSource sql(Supplier<? extends Expression<?>> expression) {
        return new ValueSource() {};
    }
}

package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Values;
import java.util.function.Function;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class HybridAttribute<E, T> implements Expression<T> {

    public static <E, T> HybridAttribute<E, T> of(EntityPath<E> owner, String name, String label,
            Expression<T> definition) {
        return new HybridAttribute<>();
    }

    public static Condition condition(EntityPath<?> owner, String name, String label, Condition definition) {
        return definition;
    }

    public HybridAttribute<E, T> settable(Function<T, Values> assignments) {
        return this;
    }

    public HybridAttribute<E, T> settableTo(Function<Expression<T>, Values> assignments) {
        return this;
    }
}
